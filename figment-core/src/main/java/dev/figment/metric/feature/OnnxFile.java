package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.format.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of an ONNX file, read once: what is hashed is what is run.
 *
 * @param path where they come from, for messages
 */
record OnnxFile(Path path, byte[] bytes) {
  private static final long LARGEST = 1L << 30; // Inception has 0.1 GB

  /**
   * @throws dev.figment.UsageException if there is no such file, or it is larger than 1 GiB
   * @throws ModelFileException if it is no ONNX file, or keeps tensors in other files
   */
  static OnnxFile read(Path path) {
    require(
        Files.isRegularFile(path),
        "%s: expected the ONNX file of an Inception network, got no such file",
        path);
    try {
      long size = Files.size(path);
      require(size <= LARGEST, "%s: expected at most %d bytes, got %d", path, LARGEST, size);
      byte[] bytes = Files.readAllBytes(path);
      new OnnxScan(path.toString()).check(bytes);
      return new OnnxFile(path, bytes);
    } catch (IOException e) {
      throw new DiskException(path, "reading", e);
    }
  }

  /** SHA-256, 64 hexadecimal digits. */
  String hash() {
    return Sha256.of(bytes);
  }
}
