package dev.figment.data;

import static dev.figment.UsageException.require;

import dev.figment.DataException;
import dev.figment.Nearest;
import dev.figment.nn.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The catalogue of sets that a recipe can name, and the one door to their examples. A set is read
 * from its own folder under the data folder, or drawn by Figment.
 */
public final class ImageSets {
  private static final List<String> DIGITS =
      IntStream.range(0, 10).mapToObj(String::valueOf).toList();
  private static final List<String> GARMENTS =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");
  private static final String IDX_FILES =
      "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and"
          + " t10k-labels-idx1-ubyte.gz";

  private static final List<KnownSet> KNOWN =
      List.of(
          new KnownSet(
              "mnist",
              "Handwritten digits, grey, 28×28; 60,000 train and 10,000 test in 10 classes",
              IDX_FILES,
              "http://yann.lecun.com/exdb/mnist/",
              "CC BY-SA 3.0; LeCun, Cortes and Burges 1998",
              Shape.image(28, 28, 1)),
          new KnownSet(
              "fashion-mnist",
              "Garments and shoes, grey, 28×28; 60,000 train and 10,000 test in 10 classes",
              IDX_FILES,
              "https://github.com/zalandoresearch/fashion-mnist",
              "MIT; Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747",
              Shape.image(28, 28, 1)),
          new KnownSet(
              "cifar-10",
              "Animals and vehicles in colour, 32×32; 50,000 train and 10,000 test in 10 classes",
              "data_batch_1.bin to data_batch_5.bin and test_batch.bin (or *-train.zip and"
                  + " *-test.zip of class folders)",
              "https://www.cs.toronto.edu/~kriz/cifar.html",
              "no licence stated; Krizhevsky 2009, Learning multiple layers of features",
              CifarReader.SHAPE),
          new KnownSet(
              "flowers",
              "Photographs of 5 kinds of flowers, 128×128; 4,317, of which every tenth is test",
              "flowers.zip (of class folders)",
              "https://www.kaggle.com/datasets/alxmamaev/flowers-recognition",
              "collected from the web, rights remain with the photographers; Mamaev 2018",
              Shape.image(128, 128, 3)),
          new KnownSet(
              Glyphs.NAME,
              "Digits drawn from strokes, grey, 28×28; 60,000 train and 10,000 test in 10 classes",
              "",
              "",
              "Apache-2.0, drawn by Figment",
              Glyphs.SHAPE),
          new KnownSet(
              ColorShapes.NAME,
              "Shapes on colour gradients, 32×32; 12,000 train and 2,400 test in 6 classes",
              "",
              "",
              "Apache-2.0, drawn by Figment",
              ColorShapes.SHAPE),
          new KnownSet(
              TiltedPlane.NAME,
              "60 points in space near a bent, tilted plane, centred; unlabelled",
              "",
              "",
              "Apache-2.0, drawn by Figment",
              TiltedPlane.SHAPE));

  private ImageSets() {}

  /** The sets that have a name. */
  public static List<KnownSet> known() {
    return KNOWN;
  }

  /** Their names, as in a recipe. */
  public static List<String> names() {
    return KNOWN.stream().map(KnownSet::name).toList();
  }

  /**
   * What is known of a set.
   *
   * @throws DataException if there is none of this name; the message names the nearest
   */
  public static KnownSet known(String name) {
    return KNOWN.stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static DataException unknown(String name) {
    String hint = Nearest.hint(name, names());
    return new DataException(
        "data.set: no set %s%s There are %s; or give the path of a folder or zip of class folders,"
            + " with a / in it.",
        name, hint.isEmpty() ? "." : hint, String.join(", ", names()));
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
    if (recipe.namesPath()) {
      return ClassFolderSets.readPath(Path.of(recipe.set()), recipe);
    }
    Shape expected = shapeOf(recipe, dataDir);
    ImageSet set = open(known(recipe.set()), recipe, dataDir);
    boolean chosen = recipe.classes() == null || recipe.classes().equals(set.classes());
    ImageSet formed = (chosen ? set : set.onlyClasses(recipe.classes())).in(recipe.form());
    requireShape(set.name(), expected, formed.shape());
    return formed;
  }

  private static ImageSet open(KnownSet set, DataRecipe recipe, Path dataDir) {
    DatasetFolder folder = DatasetFolder.of(set, dataDir);
    return switch (set.name()) {
      case "mnist" -> folder.readIdx(recipe.split(), DIGITS);
      case "fashion-mnist" -> folder.readIdx(recipe.split(), GARMENTS);
      case "cifar-10" -> folder.readCifar(recipe);
      case "flowers" ->
          ClassFolderSets.readTenthAsTest(
              "flowers", ImageZipReader.open(folder.require("flowers.zip")), recipe);
      case Glyphs.NAME -> Glyphs.draw(recipe.split());
      case ColorShapes.NAME -> ColorShapes.draw(recipe.split());
      case TiltedPlane.NAME -> TiltedPlane.draw(recipe.split());
      default -> throw new AssertionError(set.name());
    };
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
   * The shape of one example as a recipe asks for it. Nothing is read for sets that have a name; a
   * path has to be.
   *
   * @throws DataException if there is no such set, or what {@link #open} throws for a path
   */
  public static Shape shapeOf(DataRecipe recipe, Path dataDir) {
    if (recipe.namesPath()) {
      return open(recipe, dataDir).shape();
    }
    Shape shape = known(recipe.set()).shape();
    require(
        shape.isImage() || recipe.size() == null && recipe.colors() == null,
        "data: size and colors are for images; %s holds vectors of %s",
        recipe.set(),
        shape);
    return recipe.form().of(shape);
  }
}
