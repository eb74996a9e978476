package dev.figment.data.reader;

import dev.figment.data.image.UnreadableImageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One image file, as a place of one. */
record SingleImage(Path file) implements ImageFiles {
  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public List<String> names() {
    return List.of(String.valueOf(file.getFileName()));
  }

  @Override
  public Map<String, Integer> leftOut() {
    return Map.of();
  }

  @Override
  public boolean has(String name) {
    return names().contains(name);
  }

  @Override
  public byte[] read(String name) throws IOException, UnreadableImageException {
    return PlaceLimits.read(file);
  }
}
