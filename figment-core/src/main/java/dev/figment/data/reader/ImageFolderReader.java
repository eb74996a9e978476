package dev.figment.data.reader;

import dev.figment.DiskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The image files under a folder. Links are followed. */
record ImageFolderReader(Path folder, List<String> names) implements ImageFiles {
  static ImageFolderReader open(Path folder) {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return new ImageFolderReader(
          folder,
          files
              .filter(Files::isRegularFile)
              .map(file -> slashed(folder.relativize(file)))
              .filter(ImageFiles::isImage)
              .sorted()
              .toList());
    } catch (UncheckedIOException e) {
      throw new DiskException(folder, "listing", Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
  }

  private static String slashed(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  @Override
  public byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }
}
