package dev.figment.data.reader;

import dev.figment.DiskException;
import dev.figment.data.image.UnreadableImageException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The image files under a folder. Links are followed, but not in a circle.
 *
 * @param files every file, by its name
 */
record ImageFolderReader(
    Path folder, Map<String, Path> files, List<String> names, Map<String, Integer> leftOut)
    implements ImageFiles {
  private static final String CIRCLES = "links in a circle";
  private static final String BROKEN = "links to nothing";

  /**
   * @throws DiskException if it cannot be listed
   */
  static ImageFolderReader open(Path folder) {
    Walk walk = new Walk(folder);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
    Listing listing = Listing.of(walk.files.keySet());
    walk.leftOut.putAll(listing.leftOut());
    return new ImageFolderReader(folder, walk.files, listing.images(), walk.leftOut);
  }

  /** Collects files, and counts what cannot be followed. */
  private static final class Walk extends SimpleFileVisitor<Path> implements FileVisitor<Path> {
    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    Walk(Path folder) {
      this.folder = folder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.put(name(file), file);
      } else if (attributes.isSymbolicLink()) { // followed to nothing
        leftOut.merge(BROKEN, 1, Integer::sum);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException) {
        leftOut.merge(CIRCLES, 1, Integer::sum);
      } else if (!file.equals(folder) && Listing.isHidden(name(file))) {
        leftOut.merge(Listing.HIDDEN, 1, Integer::sum);
      } else {
        throw e;
      }
      return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
      Path relative = folder.relativize(file);
      return StreamSupport.stream(relative.spliterator(), false)
          .map(ImageFolderReader::text)
          .collect(Collectors.joining("/"));
    }
  }

  /**
   * A name as it was given, also where the locale has no such letters ({@code LC_ALL=C}): Java then
   * shows them all as the same one, and two classes would be one.
   */
  private static String text(Path name) {
    String text = name.toString();
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    String path = name.toUri().getPath(); // the bytes themselves, read as UTF-8
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public boolean has(String name) {
    return files.containsKey(name);
  }

  @Override
  public byte[] read(String name) throws IOException, UnreadableImageException {
    return PlaceLimits.read(path(name));
  }

  Path path(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }
}
