package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads folders and zips of class folders, and splits them: the three ways that there are. */
public final class ClassFolderReader {
  private static final int ONE_IN_TEN = 10;
  private static final String LABEL_FILE = "dataset.json";

  private ClassFolderReader() {}

  /**
   * All images of a folder or zip, whatever the split: the file is the split.
   *
   * @param name of the set
   * @param recipe its classes are read alone, and every image in its size and colors
   * @throws DataException if there is nothing at the path, no class of these, or an image is
   *     unreadable or of another shape than the others
   */
  public static ImageSet readAll(String name, Path path, DataRecipe recipe) {
    return readAll(name, open(path), recipe);
  }

  private static ImageSet readAll(String name, ImageFiles files, DataRecipe recipe) {
    return read(name, files, recipe, folders -> folders);
  }

  /**
   * As {@link #readAll}, for what is published without splits: of the files sorted by name, the
   * tenth, twentieth and so on are the test split, all others the train split.
   */
  public static ImageSet readTenthAsTest(String name, Path path, DataRecipe recipe) {
    boolean test = recipe.split() == Split.TEST;
    return read(
        name,
        open(path),
        recipe,
        folders -> folders.only(i -> (i % ONE_IN_TEN == ONE_IN_TEN - 1) == test));
  }

  /**
   * A user's own folder or zip, which gives the set its name. Where everything lies in {@code
   * train/} and {@code test/}, those are the splits; otherwise everything is the train split, and
   * all that there is.
   *
   * @throws DataException if there is nothing at the path, no test split, or a class in only one of
   *     the splits (its number would then depend on the split)
   */
  public static ImageSet read(Path path, DataRecipe recipe) {
    try (ImageFiles files = open(path)) {
      String name = String.valueOf(path.getFileName());
      if (!SplitFolder.isSplit(files)) {
        requireTrain(path, recipe);
        return readAll(name, files, recipe);
      }
      List<ImageSet> parts = new ArrayList<>();
      for (Split part : recipe.split().parts()) {
        parts.add(readAll(name, part(part, files, recipe), recipe));
      }
      return ImageSet.joined(parts);
    } catch (IOException e) {
      throw new DiskException(path, "closing", e);
    }
  }

  private static SplitFolder part(Split split, ImageFiles files, DataRecipe recipe) {
    SplitFolder wanted = new SplitFolder(files, split);
    Split other = split == Split.TRAIN ? Split.TEST : Split.TRAIN;
    checkSameClasses(wanted, new SplitFolder(files, other), recipe);
    return wanted;
  }

  private static void requireTrain(Path path, DataRecipe recipe) {
    if (recipe.split() == Split.TEST) {
      throw new DataException(
          "%s: expected a folder test/ beside a folder train/, found none: there is no test split."
              + " Put the class folders into train/ and test/, or read the train split.",
          path);
    }
  }

  private static void checkSameClasses(SplitFolder wanted, SplitFolder other, DataRecipe recipe) {
    if (recipe.classes() == null && !other.names().isEmpty() && !wanted.names().isEmpty()) {
      List<String> classes = ClassFolders.of(wanted.place(), wanted.names()).classes();
      List<String> others = ClassFolders.of(other.place(), other.names()).classes();
      if (!classes.equals(others)) {
        throw new DataException(
            "%s: expected the same class folders in train/ and test/, found %s in %s/ and %s in"
                + " %s/. Choose those of both with data.classes.",
            wanted.place(), classes, wanted.split(), others, other.split());
      }
    }
  }

  private static ImageFiles open(Path path) {
    if (Files.isDirectory(path)) {
      return ImageFolderReader.open(path);
    }
    if (Files.isRegularFile(path)) {
      return ImageZipReader.open(path);
    }
    throw new DataException(
        "%s: expected a folder or a zip of class folders, found nothing there. Check the path;"
            + " the sets that Figment knows are given without a /, as in glyphs.",
        path);
  }

  private static ImageSet read(
      String name, ImageFiles files, DataRecipe recipe, UnaryOperator<ClassFolders> split) {
    try (files) {
      checkFoldersAreClasses(files);
      ClassFolders folders = split.apply(ClassFolders.of(files.place(), files.names()));
      ClassFolders wanted =
          recipe.classes() == null ? folders : folders.onlyClasses(recipe.classes());
      checkAnyLeft(recipe, wanted);
      return DecodedCache.usual().load(name, files, wanted, recipe.transform());
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
}
