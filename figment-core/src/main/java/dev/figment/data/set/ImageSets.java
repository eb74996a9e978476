package dev.figment.data.set;

import static dev.figment.UsageException.require;

import dev.figment.DataException;
import dev.figment.Nearest;
import dev.figment.data.Binarization;
import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.reader.GivenFiles;
import dev.figment.data.reader.ImageZipReader;
import dev.figment.nn.Shape;
import java.nio.file.Path;
import java.util.List;

/**
 * The catalogue of sets that a recipe can name, and the one door to their examples. A set is read
 * from its own folder under the data folder, or drawn by Figment.
 */
public final class ImageSets {
  private ImageSets() {}

  /** The sets that have a name. */
  public static List<KnownSet> known() {
    return Catalogue.SETS;
  }

  /** Their names, as in a recipe. */
  public static List<String> names() {
    return Catalogue.SETS.stream().map(KnownSet::name).toList();
  }

  /**
   * What is known of a set.
   *
   * @throws DataException if there is none of this name; the message names the nearest
   */
  public static KnownSet known(String name) {
    return Catalogue.SETS.stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static DataException unknown(String name) {
    String hint = Nearest.hint(name, names());
    return new DataException(
        "data.set: no set %s%s There are %s; or give the path of a folder or zip of images, with"
            + " a / in it, as in ./%s.",
        name, hint.isEmpty() ? "." : hint, String.join(", ", names()), name);
  }

  /**
   * Reads or draws what a recipe asks for.
   *
   * @param dataDir the folder with one folder per set; may be null for sets that are drawn and for
   *     paths
   * @throws DataException if there is no such set or class, files are missing or damaged, or images
   *     differ in shape
   */
  public static ImageSet open(DataRecipe recipe, Path dataDir) {
    ImageSet set = read(recipe, dataDir);
    return recipe.binarization() == Binarization.NONE ? set : set.binarized(recipe.split());
  }

  private static ImageSet read(DataRecipe recipe, Path dataDir) {
    if (recipe.namesPath()) {
      return ClassFolderSets.readPath(Path.of(recipe.set()), recipe);
    }
    Shape expected = formOf(recipe, dataDir).shape();
    ImageSet set = open(known(recipe.set()), recipe, dataDir);
    boolean chosen = recipe.classes() == null || recipe.classes().equals(set.classes());
    ImageSet formed = (chosen ? set : set.onlyClasses(recipe.classes())).in(recipe.form());
    requireShape(set.name(), expected, formed.shape());
    return formed;
  }

  private static ImageSet open(KnownSet set, DataRecipe recipe, Path dataDir) {
    DatasetFolder folder = DatasetFolder.of(set, dataDir);
    return switch (set.name()) {
      case "mnist" -> folder.readIdx(recipe.split(), Glyphs.DIGITS);
      case "fashion-mnist" -> folder.readIdx(recipe.split(), Catalogue.GARMENTS);
      case "cifar-10" -> new CifarFolder(folder).read(recipe);
      case "flowers" ->
          ClassFolderSets.readTenthAsTest(
              "flowers", ImageZipReader.open(folder.require("flowers.zip")), recipe);
      case Glyphs.NAME -> Glyphs.draw(recipe.split());
      case ColorShapes.NAME -> ColorShapes.draw(recipe.split());
      case TiltedPlane.NAME -> TiltedPlane.draw(recipe.split());
      case EightGaussians.NAME -> EightGaussians.draw(recipe.split());
      default -> throw new AssertionError(set.name());
    };
  }

  /** Whether all files of a split are where {@link #open} looks for them; nothing is read. */
  public static boolean isHere(KnownSet set, Split split, Path dataDir) {
    DatasetFolder folder = DatasetFolder.of(set, dataDir);
    return switch (set.name()) {
      case "mnist", "fashion-mnist" -> folder.hasIdx(split);
      case "cifar-10" -> new CifarFolder(folder).has(split);
      case "flowers" -> folder.find("flowers.zip").isPresent();
      default -> set.isBuiltIn();
    };
  }

  /**
   * The image files that paths name: files as they are, of folders those under them, sorted.
   *
   * @throws DataException if there are none in a folder
   */
  public static List<Path> filesOf(List<Path> paths) {
    return GivenFiles.list(paths);
  }

  /**
   * Image files in the form that a model takes. They are labelled where the folder of each is named
   * after a class of that form, otherwise not.
   *
   * @param files at least one; the examples come in their order
   * @param form as {@code run.Trained#form} has it
   * @param resize whether those of another size or colour are brought to the form, colour first and
   *     without keeping the aspect ratio; otherwise they are refused
   * @throws DataException if files are missing or no images; the message names them
   * @throws dev.figment.UsageException if they are of another shape, or the form is no image's
   */
  public static ImageSet ofFiles(List<Path> files, ExampleForm form, boolean resize) {
    return GivenFiles.read(files, form, resize);
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
  public static ExampleForm formOf(DataRecipe recipe, Path dataDir) {
    if (recipe.namesPath()) {
      return ExampleForm.of(open(recipe, dataDir), recipe.range());
    }
    KnownSet set = known(recipe.set());
    require(
        set.shape().isImage() || recipe.size() == null && recipe.colors() == null,
        "data: size and colors are for images; %s holds vectors of %s",
        recipe.set(),
        set.shape());
    return new ExampleForm(recipe.form().of(set.shape()), chosen(set, recipe), recipe.range());
  }

  private static List<String> chosen(KnownSet set, DataRecipe recipe) {
    if (recipe.classes() == null) {
      return set.classes();
    }
    ImageSet.renumbering(set.name(), set.classes(), recipe.classes()); // refuses those it has not
    return recipe.classes();
  }
}
