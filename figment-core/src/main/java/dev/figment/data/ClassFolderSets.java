package dev.figment.data;

import dev.figment.DataException;
import dev.figment.DiskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sets that are folders or zips of class folders, and how each is split. */
final class ClassFolderSets {
  private static final int ONE_IN_TEN = 10;
  private static final String LABEL_FILE = "dataset.json";

  private ClassFolderSets() {}

  /** All images, whatever the split: the file is the split. */
  static ImageSet readAll(String name, ImageFiles files, DataRecipe recipe) {
    return read(name, files, recipe, folders -> folders);
  }

  /** Of the files sorted by name, the tenth, twentieth and so on are the test split. */
  static ImageSet readTenthAsTest(String name, ImageFiles files, DataRecipe recipe) {
    boolean test = recipe.split() == Split.TEST;
    return read(
        name,
        files,
        recipe,
        folders -> folders.only(i -> (i % ONE_IN_TEN == ONE_IN_TEN - 1) == test));
  }

  /**
   * A user's own folder or zip. Where everything lies in {@code train/} and {@code test/}, those
   * are the splits; otherwise everything is the train split.
   *
   * @throws DataException if there is nothing at the path, or no test split
   */
  static ImageSet readPath(Path path, DataRecipe recipe) {
    ImageFiles files = open(path);
    List<String> names = files.names();
    boolean hasSplits =
        !names.isEmpty() && names.stream().allMatch(n -> n.matches("(train|test)/.*"));
    if (!hasSplits && recipe.split() == Split.TEST) {
      close(files);
      throw new DataException(
          "%s: expected a folder test/ beside a folder train/, found none: there is no test split."
              + " Put the class folders into train/ and test/, or read the train split.",
          path);
    }
    String name = path.getFileName().toString();
    return hasSplits
        ? readAll(name, new SplitFolder(files, recipe.split() + "/"), recipe)
        : readAll(name, files, recipe);
  }

  private static ImageFiles open(Path path) {
    if (Files.isDirectory(path)) {
      return ImageFolderReader.open(path);
    }
    if (Files.isRegularFile(path)) {
      return ImageZipReader.open(path);
    }
    throw new DataException(
        "%s: expected a folder or a zip of class folders, found nothing there. Of the sets with a"
            + " name there are: %s.",
        path, String.join(", ", ImageSets.names()));
  }

  private static ImageSet read(
      String name, ImageFiles files, DataRecipe recipe, UnaryOperator<ClassFolders> split) {
    try (files) {
      checkFoldersAreClasses(files);
      ClassFolders folders = split.apply(ClassFolders.of(files.place(), files.names()));
      ClassFolders wanted =
          recipe.classes() == null ? folders : folders.onlyClasses(recipe.classes());
      checkAnyLeft(recipe, wanted);
      return ImageLoading.load(name, files, wanted, recipe.form());
    } catch (IOException e) {
      throw new DiskException(Path.of(files.place()), "closing", e);
    }
  }

  private static void checkFoldersAreClasses(ImageFiles files) {
    if (files.has(LABEL_FILE)) {
      throw new DataException(
          "%s: expected class folders, found %s: its labels are in that file, not in the folders,"
              + " and Figment does not read it. Put the images into one folder per class.",
          files.place(), LABEL_FILE);
    }
  }

  private static void checkAnyLeft(DataRecipe recipe, ClassFolders wanted) {
    if (wanted.names().isEmpty()) {
      throw new DataException(
          "%s: expected images in the %s split of classes %s, found none",
          wanted.place(), recipe.split(), wanted.classes());
    }
  }

  private static void close(ImageFiles files) {
    try {
      files.close();
    } catch (IOException e) {
      throw new DiskException(Path.of(files.place()), "closing", e);
    }
  }

  /** Only the files that are in one folder of others. */
  private record SplitFolder(ImageFiles files, String prefix) implements ImageFiles {
    @Override
    public String place() {
      return files.place();
    }

    @Override
    public List<String> names() {
      return files.names().stream().filter(name -> name.startsWith(prefix)).toList();
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
    public void close() throws IOException {
      files.close();
    }
  }
}
