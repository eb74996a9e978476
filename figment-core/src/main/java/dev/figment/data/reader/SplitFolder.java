package dev.figment.data.reader;

import dev.figment.data.Split;
import dev.figment.data.image.UnreadableImageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of a place with the folders {@code train/} and {@code test/}, only the files in one of them. */
record SplitFolder(ImageFiles files, Split split) implements ImageFiles {

  /** Whether all images of a place are in such folders. */
  static boolean isSplit(ImageFiles files) {
    return !files.names().isEmpty()
        && files.names().stream().allMatch(name -> name.matches("(train|test)/.*"));
  }

  @Override
  public String place() {
    return files.place();
  }

  @Override
  public List<String> names() {
    return files.names().stream().filter(name -> name.startsWith(split + "/")).toList();
  }

  @Override
  public Map<String, Integer> leftOut() {
    return files.leftOut();
  }

  @Override
  public long checksum(String name) throws IOException {
    return files.checksum(name);
  }

  @Override
  public boolean has(String name) {
    return files.has(name);
  }

  @Override
  public byte[] read(String name) throws IOException, UnreadableImageException {
    return files.read(name);
  }

  @Override
  public @Nullable String version() throws IOException {
    return files.version();
  }

  @Override
  public String version(String name) {
    return files.version(name);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
