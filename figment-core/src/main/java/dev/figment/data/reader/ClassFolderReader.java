package dev.figment.data.reader;

import static dev.figment.UsageException.require;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads folders, zips and tars of class folders, or a single image, and splits them: in the four
 * ways that there are.
 */
public final class ClassFolderReader {
  private static final int ONE_IN_TEN = 10;

  private final String name;
  private final ImageFiles files;
  private final DataRecipe recipe;

  private ClassFolderReader(String name, ImageFiles files, DataRecipe recipe) {
    this.name = name;
    this.files = files;
    this.recipe = recipe;
  }

  /**
   * All images of a folder or archive, whatever the split: the file is the split.
   *
   * @param name of the set
   * @param recipe its classes are read alone, and every image in its size and colors
   * @throws DataException if there is nothing at the path, no class of these, or an image is
   *     unreadable or of another shape than the others
   */
  public static ImageSet readAll(String name, Path path, DataRecipe recipe) {
    return reading(name, path, recipe, ClassFolderReader::readAll);
  }

  /**
   * As {@link #readAll}, for what is published without splits: of the files sorted by name, the
   * tenth, twentieth and so on are the test split, all others the train split. What is left out is
   * told of the train split alone.
   */
  public static ImageSet readTenthAsTest(String name, Path path, DataRecipe recipe) {
    boolean test = recipe.split() == Split.TEST;
    ImageSet set =
        reading(
            name,
            path,
            recipe,
            reader ->
                reader.load(
                    reader.files.folders().only(i -> (i % ONE_IN_TEN == ONE_IN_TEN - 1) == test)));
    return test ? set.withLoadReport(set.loadReport().withLeftOut(Map.of())) : set;
  }

  /**
   * A user's own folder, archive or image, which gives the set its name. Where everything lies in
   * {@code train/} and {@code test/}, those are the splits. Otherwise the test split is what the
   * recipe has held out; where that is nothing, everything is the train split, and all that there
   * is.
   *
   * @throws DataException if there is nothing at the path, no test split, or a class in only one of
   *     the splits (its number would then depend on the split)
   */
  public static ImageSet read(Path path, DataRecipe recipe) {
    String name = String.valueOf(path.getFileName());
    return reading(name, path, recipe, ClassFolderReader::readSplits);
  }

  /**
   * Whether a path has a test split; only names are read.
   *
   * @throws DataException if there is nothing at the path
   */
  public static boolean hasTest(Path path, DataRecipe recipe) {
    if (recipe.holdOut() > 0) {
      return true;
    }
    try (ImageFiles files = ImagePlaces.open(path)) {
      return SplitFolder.isSplit(files);
    } catch (IOException e) {
      throw new DiskException(path, "closing", e);
    }
  }

  private static ImageSet reading(
      String name, Path path, DataRecipe recipe, Function<ClassFolderReader, ImageSet> what) {
    try (ImageFiles files = ImagePlaces.open(path)) {
      ImageSet set = what.apply(new ClassFolderReader(name, files, recipe));
      return set.withLoadReport(set.loadReport().withLeftOut(files.leftOut()));
    } catch (IOException e) {
      throw new DiskException(path, "closing", e);
    }
  }

  private ImageSet readSplits() {
    boolean isSplit = SplitFolder.isSplit(files);
    require(
        !isSplit || recipe.holdOut() == 0,
        "%s: expected one way to a test split, found a folder test/ and data.holdOut. Leave"
            + " data.holdOut out.",
        files.place());
    if (!isSplit && recipe.holdOut() == 0) {
      requireTrain();
      return readAll();
    }
    return isSplit ? joined(this::readFolder) : readHeldOut();
  }

  private ImageSet readAll() {
    return load(files.folders());
  }

  private ImageSet joined(Function<Split, ImageSet> part) {
    return ImageSet.joined(recipe.split().parts().stream().map(part).toList());
  }

  private ImageSet readHeldOut() {
    ClassFolders folders = files.folders();
    boolean[] held = new HoldOut(recipe.holdOut()).of(files, folders);
    return joined(part -> load(folders.only(i -> held[i] == (part == Split.TEST))));
  }

  private ImageSet readFolder(Split split) {
    SplitFolder wanted = SplitFolder.of(files, split);
    Split other = split == Split.TRAIN ? Split.TEST : Split.TRAIN;
    checkSameClasses(wanted, SplitFolder.of(files, other));
    return new ClassFolderReader(name, wanted, recipe).readAll();
  }

  private void requireTrain() {
    if (recipe.split() == Split.TEST) {
      throw new DataException(
          "%s: expected a folder test/ beside a folder train/, found none: there is no test split."
              + " Read the split train, have a share held out before training (data.holdOut=0.1),"
              + " or put the class folders into train/ and test/.",
          files.place());
    }
  }

  private void checkSameClasses(SplitFolder wanted, SplitFolder other) {
    if (recipe.classes() == null && !other.names().isEmpty() && !wanted.names().isEmpty()) {
      List<String> classes = wanted.folders().classes();
      List<String> others = other.folders().classes();
      if (!classes.equals(others)) {
        throw new DataException(
            "%s: expected the same classes in train/ and test/, found %s in %s/ and %s in"
                + " %s/. Choose those of both with data.classes.",
            files.place(), classes, wanted.split(), others, other.split());
      }
    }
  }

  private ImageSet load(ClassFolders folders) {
    ClassFolders wanted =
        recipe.classes() == null ? folders : folders.onlyClasses(recipe.classes());
    checkAnyLeft(wanted);
    try {
      return DecodedCache.usual().load(name, files, wanted, recipe.transform());
    } catch (IOException e) {
      throw new DiskException(Path.of(files.place()), "reading", e);
    }
  }

  private void checkAnyLeft(ClassFolders wanted) {
    if (wanted.names().isEmpty()) {
      throw new DataException(
          "%s: expected images in the %s split of classes %s, found none%s",
          wanted.place(),
          recipe.split(),
          wanted.classes(),
          recipe.holdOut() == 0 ? "" : ". Have another share held out: data.holdOut");
    }
  }
}
