package dev.figment.data.reader;

import dev.figment.data.Split;
import dev.figment.data.image.UnreadableImageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Of a place with the folders {@code train/} and {@code test/}, one of them, as a place of its own.
 *
 * @param names of the images in it, without the folder
 */
record SplitFolder(ImageFiles files, Split split, List<String> names) implements ImageFiles {
  static SplitFolder of(ImageFiles files, Split split) {
    String folder = split + "/";
    List<String> names =
        in(folder, files.names()).stream().map(name -> name.substring(folder.length())).toList();
    return new SplitFolder(files, split, names);
  }

  /** Whether all images of a place are in such folders. */
  static boolean isSplit(ImageFiles files) {
    return isSplit(files.names());
  }

  private static boolean isSplit(List<String> images) {
    return !images.isEmpty() && images.stream().allMatch(name -> name.matches("(train|test)/.*"));
  }

  /** The images of each split; none where they are in no such folders. */
  static Stream<List<String>> parts(List<String> images) {
    return isSplit(images)
        ? Stream.of(Split.TRAIN, Split.TEST).map(split -> in(split + "/", images))
        : Stream.empty();
  }

  private static List<String> in(String folder, List<String> images) {
    return images.stream().filter(name -> name.startsWith(folder)).toList();
  }

  /** As a file of labels beside both folders says, or else as is said within this one. */
  @Override
  public ClassFolders folders() {
    if (!files.has(LabelFile.NAME)) {
      return LabelFile.foldersOf(this);
    }
    ClassFolders all = LabelFile.foldersOf(files);
    ClassFolders own = all.only(i -> all.names().get(i).startsWith(split + "/"));
    return new ClassFolders(place(), names, own.classes(), own.labels());
  }

  private String whole(String name) {
    return split + "/" + name;
  }

  @Override
  public String place() {
    return files.place() + "/" + split;
  }

  /** Those beside both folders are among them. */
  @Override
  public Map<String, Integer> leftOut() {
    return files.leftOut();
  }

  @Override
  public long checksum(String name) throws IOException {
    return files.checksum(whole(name));
  }

  @Override
  public boolean has(String name) {
    return files.has(whole(name));
  }

  @Override
  public byte[] read(String name) throws IOException, UnreadableImageException {
    return files.read(whole(name));
  }

  @Override
  public @Nullable String version() throws IOException {
    return files.version();
  }

  @Override
  public String version(String name) {
    return files.version(whole(name));
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
