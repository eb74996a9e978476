package dev.figment.format;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.PlainText;
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
 * Opens a safetensors file: its length, its header, and the claims of the header against the
 * length. The data is for {@link SafetensorsFile} to read.
 */
final class SafetensorsReader {
  /**
   * Bytes. The format allows a hundred million, which would take seconds and gigabytes to read; the
   * models here need some thousands, and those of billions of weights some hundred thousands.
   */
  static final int LONGEST_HEADER = 4_000_000;

  private final String source;
  private final SeekableByteChannel channel;

  private SafetensorsReader(String source, SeekableByteChannel channel) {
    this.source = source;
    this.channel = channel;
  }

  static SafetensorsFile open(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return new SafetensorsReader(file.toString(), channel).read(file, FileVersion.of(file));
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private SafetensorsFile read(Path file, FileVersion version) throws IOException {
    long length = channel.size();
    int headerLength = headerLength(length);
    SafetensorsHeader header =
        SafetensorsHeader.parse(source, bytes(source, channel, headerLength));
    List<Claim> claims = header.claims();
    claims.sort(Comparator.comparingLong(Claim::begin).thenComparingLong(Claim::end));
    long start = (long) Long.BYTES + headerLength;
    check(claims, length - start);
    Map<String, Claim> named = new LinkedHashMap<>();
    claims.forEach(claim -> named.put(claim.name(), claim));
    return new SafetensorsFile(file, version, start, header.metadata(), named);
  }

  private int headerLength(long length) throws IOException {
    if (length < Long.BYTES) {
      throw refuse("expected at least 8 bytes, got %d. The file is cut short.", length);
    }
    long headerLength = bytes(source, channel, Long.BYTES).getLong();
    if (Long.compareUnsigned(headerLength, LONGEST_HEADER) > 0) {
      throw refuse(
          "expected a header of at most %d bytes, got %s. This is no safetensors file, or one of"
              + " far more tensors than a model here has.",
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
            PlainText.quoted(claim.name()), expected, claim.begin(), claim.end());
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
          PlainText.quoted(claim.name()), bytes, described(claim), claim.end() - claim.begin());
    }
    if (bytes > Integer.MAX_VALUE - Long.BYTES) {
      throw refuse(
          "tensor %s: expected at most 2 GiB, got %d bytes. Split the tensor where the file was"
              + " made.",
          PlainText.quoted(claim.name()), bytes);
    }
  }

  private long bytesOf(Claim claim) {
    try {
      return Math.multiplyExact(
          Arrays.stream(claim.shape()).reduce(1, Math::multiplyExact), claim.dtype().bytes());
    } catch (ArithmeticException e) {
      throw refuse(
          "tensor %s: expected a size below 2^63 bytes, got %s",
          PlainText.quoted(claim.name()), described(claim));
    }
  }

  private static String described(Claim claim) {
    return claim.dtype() + " " + PlainText.name(Arrays.toString(claim.shape()));
  }

  /**
   * The next bytes of a file, little-endian.
   *
   * @param source what messages call it
   */
  static ByteBuffer bytes(String source, SeekableByteChannel channel, int count)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new ModelFileException("%s: the file became shorter while it was read", source);
      }
    }
    return bytes.flip();
  }

  private ModelFileException refuse(String format, @Nullable Object... arguments) {
    return new ModelFileException("%s: %s", source, String.format(format, arguments));
  }
}
