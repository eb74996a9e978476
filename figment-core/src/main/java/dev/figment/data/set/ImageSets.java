package dev.figment.data.set;

import static dev.figment.UsageException.require;

import dev.figment.DataException;
import dev.figment.Nearest;
import dev.figment.catalogue.Catalogue;
import dev.figment.data.Binarization;
import dev.figment.data.DataCard;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSet;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.image.Fit;
import dev.figment.data.reader.ClassFolderReader;
import dev.figment.data.reader.IdxFiles;
import dev.figment.data.reader.ImageListReader;
import dev.figment.nn.Shape;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one door to examples: the {@link DataSet}s that recipes name, found in every library on the
 * class path, and folders, archives and files of a user's own. A set that has files is read from
 * the folder of its name under the data folder.
 */
public final class ImageSets {
  private ImageSets() {}

  /** The sets that have a name, sorted by it. */
  public static List<DataSet> known() {
    return names().stream().map(ImageSets::known).toList();
  }

  /** Their names, as in a recipe, sorted. */
  public static List<String> names() {
    return Catalogue.ofValues(DataSet.class).names();
  }

  /**
   * The set of a name.
   *
   * @throws DataException if there is none; the message names the nearest
   * @throws dev.figment.UsageException if the card of the set has another name
   */
  public static DataSet known(String name) {
    DataSet set = Catalogue.ofValues(DataSet.class).byName().get(name);
    if (set == null) {
      throw unknown(name);
    }
    String onCard = set.card().name();
    require(
        onCard.equals(name),
        "data set %s: expected a card of that name, got one of %s. Add the set under the name of"
            + " its card.",
        name,
        onCard);
    return set;
  }

  private static DataException unknown(String name) {
    String hint = Nearest.hint(name, names());
    return new DataException(
        "data.set: no set %s%s There are %s; or give the path of a folder or archive of images,"
            + " with a / in it, as in ./%s.",
        name, hint.isEmpty() ? "." : hint, String.join(", ", names()), name);
  }

  /**
   * Reads what a recipe asks for.
   *
   * @param dataDir the folder with one folder per set; may be null for synthetic sets and for paths
   * @throws DataException if there is no such set or class, files are missing or damaged, or images
   *     differ in shape
   */
  public static ImageSet open(DataRecipe recipe, @Nullable Path dataDir) {
    ImageSet set = recipe.namesPath() ? openPath(recipe) : openKnown(recipe, dataDir);
    return recipe.binarization() == Binarization.NONE ? set : set.binarized(recipe.split());
  }

  private static ImageSet openPath(DataRecipe recipe) {
    Path path = path(recipe.set());
    return IdxFiles.areIn(path)
        ? new IdxFolder(path).read(recipe)
        : ClassFolderReader.read(path, recipe);
  }

  /**
   * The path that a recipe or a command names.
   *
   * @throws DataException if it has letters that the locale cannot write, as under {@code LC_ALL=C}
   */
  public static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new DataException(
          "data.set: expected a path, got one with letters that the locale cannot write (%s). Set"
              + " LC_ALL=C.UTF-8, or rename it.",
          text);
    }
  }

  /**
   * Whether a set has a test split; of a path, names are read.
   *
   * @throws DataException if there is nothing at the path
   */
  public static boolean hasTest(DataRecipe recipe) {
    if (!recipe.namesPath()) {
      return true;
    }
    Path path = path(recipe.set());
    return IdxFiles.areIn(path)
        ? IdxFiles.in(path, Split.TEST).isPresent()
        : ClassFolderReader.hasTest(path, recipe);
  }

  private static ImageSet openKnown(DataRecipe recipe, @Nullable Path dataDir) {
    require(
        recipe.holdOut() == 0,
        "data.holdOut: is for folders and archives of one's own; %s has a test split. Leave it"
            + " out.",
        recipe.set());
    return ImageSet.joined(
        recipe.split().parts().stream()
            .map(part -> openPart(recipe.withSplit(part), dataDir))
            .toList());
  }

  private static ImageSet openPart(DataRecipe recipe, @Nullable Path dataDir) {
    ExampleForm expected = formOf(recipe, dataDir);
    ImageSet set = known(recipe.set()).read(recipe, folder(recipe.set(), dataDir));
    boolean chosen = recipe.classes() == null || recipe.classes().equals(set.classes());
    ImageSet asked = chosen ? set : set.onlyClasses(Objects.requireNonNull(recipe.classes()));
    ImageSet found = asked.transformed(recipe.transform());
    requireShape(set.name(), expected.shape(), found.shape());
    return found;
  }

  private static @Nullable Path folder(String set, @Nullable Path dataDir) {
    return dataDir == null ? null : dataDir.resolve(set);
  }

  /**
   * Whether all files of a split are where {@link #open} looks for them; nothing is read.
   *
   * @param dataDir as for {@link #open}
   */
  public static boolean isHere(DataSet set, Split split, @Nullable Path dataDir) {
    Path folder = folder(set.card().name(), dataDir);
    return split.parts().stream().allMatch(part -> set.isHere(part, folder));
  }

  /**
   * The image files that paths name: files as they are, of folders those under them, sorted.
   *
   * @throws DataException if there are none in a folder
   */
  public static List<Path> filesOf(List<Path> paths) {
    return ImageListReader.list(paths);
  }

  /**
   * Image files in the form that a model takes. They are labeled where the folder of each is named
   * after a class of that form, otherwise not.
   *
   * @param files at least one; the examples come in their order
   * @param form as {@code run.Trained#form} has it
   * @param resize how those of another size or color are brought to the form, color first; null to
   *     refuse them
   * @throws DataException if files are missing or no images; the message names them
   * @throws dev.figment.UsageException if they are of another shape, or the form is no image's
   */
  public static ImageSet ofFiles(List<Path> files, ExampleForm form, @Nullable Fit resize) {
    return ImageListReader.read(files, form, resize);
  }

  private static void requireShape(String set, Shape expected, Shape found) {
    if (!found.equals(expected)) {
      throw new DataException(
          "%s: expected examples of %s, found %s. Are these the set's own files? Others are read by"
              + " giving their path as data.set.",
          set, expected, found);
    }
  }

  /**
   * The form of the examples as a recipe asks for them. Nothing is read for sets that have a name;
   * a path has to be.
   *
   * @throws DataException if there is no such set or class, or what {@link #open} throws for a path
   */
  public static ExampleForm formOf(DataRecipe recipe, @Nullable Path dataDir) {
    if (recipe.namesPath()) {
      return ExampleForm.of(open(recipe, dataDir), recipe.range());
    }
    DataCard card = known(recipe.set()).card();
    require(
        card.shape().isImage() || recipe.size() == null && recipe.colors() == null,
        "data: size, fit and colors are for images; %s holds vectors of %s",
        recipe.set(),
        card.shape());
    Shape shape = recipe.transform().outputShape(card.shape());
    return new ExampleForm(shape, chosen(card, recipe), recipe.range());
  }

  private static List<String> chosen(DataCard card, DataRecipe recipe) {
    if (recipe.classes() == null) {
      return card.classes();
    }
    ImageSet.renumbering(card.name(), card.classes(), recipe.classes()); // refuses those it lacks
    return recipe.classes();
  }
}
