package dev.figment.format;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.format.Safetensors.Entry;
import dev.figment.format.SafetensorsHeader.Claim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a safetensors file: its length, its header, the claims of the header against the length,
 * and only then the data.
 */
final class SafetensorsReader {
  static final int LONGEST_HEADER = 100_000_000;

  private final String source;
  private final SeekableByteChannel channel;

  private SafetensorsReader(String source, SeekableByteChannel channel) {
    this.source = source;
    this.channel = channel;
  }

  static Safetensors read(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return new SafetensorsReader(file.toString(), channel).read();
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private Safetensors read() throws IOException {
    long length = channel.size();
    int headerLength = headerLength(length);
    SafetensorsHeader header = SafetensorsHeader.parse(source, bytes(headerLength));
    List<Claim> claims = header.claims();
    claims.sort(Comparator.comparingLong(Claim::begin).thenComparingLong(Claim::end));
    check(claims, length - Long.BYTES - headerLength);
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Claim claim : claims) {
      ByteBuffer data = bytes(Math.toIntExact(claim.end() - claim.begin()));
      entries.put(claim.name(), new Entry(claim.dtype(), claim.shape(), data));
    }
    return new Safetensors(source, header.metadata(), entries);
  }

  private int headerLength(long length) throws IOException {
    if (length < Long.BYTES) {
      throw refuse("expected at least 8 bytes, got %d. The file is cut short.", length);
    }
    long headerLength = bytes(Long.BYTES).getLong();
    if (Long.compareUnsigned(headerLength, LONGEST_HEADER) > 0) {
      throw refuse(
          "expected a header of at most %d bytes, got %s. This is no safetensors file.",
          LONGEST_HEADER, Long.toUnsignedString(headerLength));
    }
    if (headerLength > length - Long.BYTES) {
      throw refuse(
          "expected a header of %d bytes, got a file of %d. The file is cut short.",
          headerLength, length);
    }
    return (int) headerLength;
  }

  /** The tensors lie side by side, fill the data exactly, and are as long as their shapes say. */
  private void check(List<Claim> claims, long dataLength) {
    long expected = 0;
    for (Claim claim : claims) {
      if (claim.begin() != expected || claim.end() < claim.begin()) {
        throw refuse(
            "tensor %s: expected its data to begin at %d, got %d to %d. Tensors must lie side by"
                + " side.",
            Quoted.of(claim.name()), expected, claim.begin(), claim.end());
      }
      checkSize(claim);
      expected = claim.end();
    }
    if (expected != dataLength) {
      throw refuse(
          "expected %d bytes of data, got %d. %s",
          expected,
          dataLength,
          dataLength < expected ? "The file is cut short." : "Something was added to the file.");
    }
  }

  private void checkSize(Claim claim) {
    long bytes = bytesOf(claim);
    if (bytes != claim.end() - claim.begin()) {
      throw refuse(
          "tensor %s: expected %d bytes for %s, got %d",
          Quoted.of(claim.name()), bytes, described(claim), claim.end() - claim.begin());
    }
    if (bytes > Integer.MAX_VALUE - Long.BYTES) {
      throw refuse(
          "tensor %s: expected at most 2 GiB, got %d bytes. Split the tensor where the file was"
              + " made.",
          Quoted.of(claim.name()), bytes);
    }
  }

  private long bytesOf(Claim claim) {
    try {
      return Math.multiplyExact(
          Arrays.stream(claim.shape()).reduce(1, Math::multiplyExact), claim.dtype().bytes());
    } catch (ArithmeticException e) {
      throw refuse(
          "tensor %s: expected a size below 2^63 bytes, got %s",
          Quoted.of(claim.name()), described(claim));
    }
  }

  private static String described(Claim claim) {
    return claim.dtype() + " " + Quoted.plain(Arrays.toString(claim.shape()));
  }

  private ByteBuffer bytes(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw refuse("the file became shorter while it was read");
      }
    }
    return bytes.flip();
  }

  private ModelFileException refuse(String format, @Nullable Object... arguments) {
    return new ModelFileException("%s: %s", source, String.format(format, arguments));
  }
}
