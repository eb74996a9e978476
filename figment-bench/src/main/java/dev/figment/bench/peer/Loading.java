package dev.figment.bench.peer;

import static dev.figment.UsageException.require;

import dev.figment.data.DataRecipe;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import java.nio.file.Path;
import java.util.List;

/**
 * A set's training images, from its files to bytes in memory. Photographs of different sizes are
 * made 64×64.
 *
 * @param set its name; where {@link #AGAIN} follows it, somebody has loaded the set before
 * @param data the folder with one folder for each set
 */
record Loading(String set, Path data) implements Work {
  static final String AGAIN = ":again";
  static final List<String> SETS =
      List.of(
          "fashion-mnist",
          "fashion-mnist" + AGAIN,
          "cifar-10",
          "cifar-10" + AGAIN,
          "flowers",
          "flowers" + AGAIN);

  Loading {
    require(SETS.contains(set), "--work load: expected one of %s, got %s", SETS, set);
  }

  @Override
  public String name() {
    return "load:" + set;
  }

  private String plain() {
    return set.replace(AGAIN, "");
  }

  @Override
  public boolean isAgain() {
    return set.endsWith(AGAIN);
  }

  boolean isHere() {
    return ImageSets.isHere(ImageSets.known(plain()), Split.TRAIN, data);
  }

  /** What Figment reads. */
  static DataRecipe recipe(String set) {
    DataRecipe whole = DataRecipe.of(set);
    return set.equals("flowers") ? whole.withSize(64) : whole;
  }

  @Override
  public Class<?> figmentMain() {
    return FigmentLoading.class;
  }

  @Override
  public List<String> figmentArguments() {
    return List.of(plain(), data.toString());
  }

  @Override
  public List<String> peerArguments(Path folder) {
    return List.of("load", plain(), "--data", data.toString());
  }
}
