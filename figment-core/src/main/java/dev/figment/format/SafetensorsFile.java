package dev.figment.format;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.Nearest;
import dev.figment.PlainText;
import dev.figment.format.Safetensors.Entry;
import dev.figment.format.SafetensorsHeader.Claim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A safetensors file whose header was read and checked against its length: what it holds is known
 * before a byte of its data is read, and what nobody asks for is never read. Keeps no file open.
 *
 * <pre>{@code
 * SafetensorsFile file = SafetensorsFile.open(Path.of("weights.safetensors"));
 * long[] shape = file.form("generator.0.bias").shape();
 * float[] bias = file.read(Set.of("generator.0.bias")).floats("generator.0.bias");
 * }</pre>
 */
public final class SafetensorsFile {
  private final Path path;
  private final FileVersion version;
  private final long start;
  private final Map<String, String> metadata;
  private final Map<String, Claim> claims;

  /**
   * @param start where the data begins
   * @param claims by name, in the order of their data
   */
  SafetensorsFile(
      Path path,
      FileVersion version,
      long start,
      Map<String, String> metadata,
      Map<String, Claim> claims) {
    this.path = path;
    this.version = version;
    this.start = start;
    this.metadata = Collections.unmodifiableMap(metadata);
    this.claims = Collections.unmodifiableMap(claims);
  }

  /**
   * What the header says of a tensor.
   *
   * @param shape its sizes, outermost first; none for a scalar
   */
  public record Form(Dtype dtype, long[] shape) {
    public Form {
      shape = shape.clone();
    }

    @Override
    public long[] shape() {
      return shape.clone();
    }

    @Override
    public String toString() {
      return dtype + " " + PlainText.name(Arrays.toString(shape));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Form form && dtype == form.dtype && Arrays.equals(shape, form.shape);
    }

    @Override
    public int hashCode() {
      return 31 * dtype.hashCode() + Arrays.hashCode(shape);
    }

    /** Whether its numbers are F32, F16 or BF16, which widen to floats without loss. */
    public boolean isFloats() {
      return dtype == Dtype.F32 || dtype == Dtype.F16 || dtype == Dtype.BF16;
    }
  }

  /**
   * Reads the header: at most 4 MB, of at most 10,000 tensors and 1,000 metadata.
   *
   * @throws ModelFileException if the file breaks the format in any way
   * @throws DiskException if the file cannot be read
   */
  public static SafetensorsFile open(Path file) {
    return SafetensorsReader.open(file);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** What the file says about itself, in its order. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The names of the tensors, in the order of their data. */
  public Set<String> names() {
    return claims.keySet();
  }

  /**
   * What the tensor of a name is like.
   *
   * @throws ModelFileException if there is none, with the names that are near
   */
  public Form form(String name) {
    Claim claim = claim(name);
    return new Form(claim.dtype(), claim.shape());
  }

  private Claim claim(String name) {
    Claim claim = claims.get(name);
    if (claim == null) {
      throw none(path.toString(), name, names());
    }
    return claim;
  }

  static ModelFileException none(String source, String name, Set<String> others) {
    return new ModelFileException(
        "%s: expected a tensor %s, got %d others%s",
        source, PlainText.quoted(name), others.size(), Nearest.hint(name, others));
  }

  /** The same tensors under other names. */
  public SafetensorsFile renamed(UnaryOperator<String> naming) {
    Map<String, Claim> renamed = new LinkedHashMap<>();
    claims.forEach((name, claim) -> renamed.put(naming.apply(name), claim));
    return new SafetensorsFile(path, version, start, metadata, renamed);
  }

  /**
   * Reads all tensors into memory.
   *
   * @throws ModelFileException if the file is another than was opened
   * @throws DiskException if the file cannot be read
   */
  public Safetensors read() {
    return read(names());
  }

  /**
   * Reads some of them.
   *
   * @param names of tensors that there are
   */
  public Safetensors read(Set<String> names) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      requireSame();
      for (String name : names) {
        entries.put(name, read(claim(name), channel));
      }
    } catch (IOException e) {
      throw new DiskException(path, "reading", e);
    }
    return new Safetensors(path.toString(), metadata, entries);
  }

  private Entry read(Claim claim, SeekableByteChannel channel) throws IOException {
    channel.position(start + claim.begin());
    int length = Math.toIntExact(claim.end() - claim.begin());
    ByteBuffer data = SafetensorsReader.bytes(path.toString(), channel, length);
    return new Entry(claim.dtype(), claim.shape(), data);
  }

  private void requireSame() throws IOException {
    if (!FileVersion.of(path).equals(version)) {
      throw new ModelFileException(
          "%s: expected the file as it was opened, got another. Open it again.", path);
    }
  }
}
