package dev.figment.run.folder;

import dev.figment.DiskException;
import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.format.AtomicFile;
import dev.figment.format.Folders;
import dev.figment.format.Temporaries;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.train.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the things of a run lie.
 *
 * @param path a folder; {@link #create(Path)} makes a new one, {@link #open} checks that one is a
 *     run's
 */
public record RunFolder(Path path) {
  private static final String RECIPE = "recipe.yaml";

  /**
   * Makes a new folder with the recipe in it. The recipe is there whole or not at all; a folder
   * that a crash left without it is taken as if it were new.
   *
   * @throws UsageException if something of that name is there already, but for an empty folder, or
   *     the recipe cannot be written
   */
  public static RunFolder create(Path path, Recipe recipe) {
    String yaml = recipe.toYaml();
    boolean isNew = Files.notExists(path);
    RunFolder folder = create(path);
    try (RunLock lock = RunLock.take(path)) {
      requireFree(path); // another may have been faster
      folder.sweep();
      AtomicFile.write(folder.recipeFile(), yaml);
      return folder;
    } catch (DiskException e) {
      if (isNew) {
        Folders.deleteIfExists(path);
      }
      throw e;
    }
  }

  /**
   * Makes the next new folder of a folder of runs, whoever else makes one at the same time.
   *
   * @throws UsageException if the recipe cannot be written
   */
  public static RunFolder createNext(Path runs, Recipe recipe) {
    while (true) {
      Path path = next(runs, recipe.recipe());
      try {
        return create(path, recipe);
      } catch (FigmentException e) {
        boolean isTaken = e.exitCode() == ExitCode.USAGE || e.exitCode() == ExitCode.LOCKED;
        if (!isTaken || !Files.exists(path)) {
          throw e;
        } // another was faster, and next is one more
      }
    }
  }

  /**
   * Makes a new folder without a recipe: for a model that a program makes by itself, and trains
   * with {@code Trainer} and {@code StandardListeners}.
   *
   * @throws UsageException if something of that name is there already, but for an empty folder
   */
  public static RunFolder create(Path path) {
    requireFree(path);
    try {
      Folders.make(path);
      return new RunFolder(path);
    } catch (IOException e) {
      throw new DiskException(path, "making the run folder", e);
    }
  }

  /**
   * Refuses what is there already, but for an empty folder and one whose making was cut short, and
   * what cannot be there.
   *
   * @throws UsageException if something of that name is, or a file where a folder should be
   */
  public static void requireFree(Path path) {
    UsageException.require(
        !path.toString().isEmpty(), "run: expected the name of a new folder, got nothing.");
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      UsageException.require(
          !Files.isRegularFile(above),
          "run: expected a folder to make %s in, got the file %s. Name another one.",
          path,
          above);
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !isUnmade(path)) {
      throw Files.exists(path.resolve(RECIPE)) ? taken(path) : foreign(path);
    }
  }

  /** Whether a folder has nothing in it, or only what a run has before its recipe. */
  private static boolean isUnmade(Path path) {
    return Files.isDirectory(path)
        && list(path).stream()
            .allMatch(
                each ->
                    each.getFileName().toString().equals(RunLock.FILE) || Temporaries.isOne(each));
  }

  private static UsageException taken(Path path) {
    return new UsageException(
        "run folder %s exists already: it is left as it is. Go on with it by figment resume %s,"
            + " or name another one.",
        path, ShellWord.of(path));
  }

  private static UsageException foreign(Path path) {
    return new UsageException(
        "run folder %s: expected none of that name, or an empty one, got other things: they are"
            + " left as they are. Empty it, or name another one.",
        path);
  }

  /**
   * A folder that holds a run.
   *
   * @throws UsageException if it does not
   */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    UsageException.require(
        !isUnmade(path),
        "%s is no run yet: it is empty, or its making was cut short. Train a recipe into it, or"
            + " delete it.",
        path);
    UsageException.require(
        Files.isRegularFile(folder.recipeFile()),
        "%s is no run: expected a folder with recipe.yaml in it. See all with: figment runs",
        path);
    return folder;
  }

  /**
   * Deletes what a process that was killed left half written; for the one that holds the lock.
   *
   * @throws DiskException if that fails
   */
  public void sweep() {
    Temporaries.sweep(path);
    checkpoints().sweep();
  }

  /** {@code runs/00012-mnist-dcgan}: one more than the highest number in a folder of runs. */
  public static Path next(Path runs, String recipe) {
    int last =
        list(runs).stream()
            .map(each -> each.getFileName().toString())
            .filter(name -> name.matches("\\d{5}-.*"))
            .mapToInt(name -> Integer.parseInt(name.substring(0, 5)))
            .max()
            .orElse(0);
    return runs.resolve("%05d-%s".formatted(last + 1, recipe));
  }

  /** All runs in a folder, by name. */
  public static List<RunFolder> in(Path runs) {
    return list(runs).stream()
        .filter(each -> Files.isRegularFile(each.resolve(RECIPE)))
        .sorted()
        .map(RunFolder::new)
        .toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
  }

  /** What the run is trained by. */
  public Recipe recipe() {
    return RecipeFormat.read(recipeFile());
  }

  /** {@code recipe.yaml}. */
  public Path recipeFile() {
    return path.resolve(RECIPE);
  }

  /** {@code recipe-00000500.yaml}: what it was until a step, from which learning rates changed. */
  public Path recipeUntil(long step) {
    return path.resolve("recipe-%08d.yaml".formatted(step));
  }

  /** {@code data.json}: which examples it learns from. */
  public Path data() {
    return path.resolve("data.json");
  }

  /** {@code stats.jsonl}. */
  public Path statistics() {
    return path.resolve("stats.jsonl");
  }

  /** {@code metrics.jsonl}: what was measured of the model. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /** {@code log.txt}: what was said of its training. */
  public Path log() {
    return path.resolve("log.txt");
  }

  /** {@code accuracies.txt}: the table of classifiers. */
  public Path accuracies() {
    return path.resolve("accuracies.txt");
  }

  /** {@code trace.json}: the steps that were profiled. */
  public Path trace() {
    return path.resolve("trace.json");
  }

  /** A picture by its name, such as {@code losses.png}. */
  public Path picture(String name) {
    return path.resolve(name);
  }

  /** The picture of what the model made at a step. */
  public Path fakes(long step) {
    return path.resolve("fakes-%06d.png".formatted(step));
  }

  /** The picture of reconstructions at a step. */
  public Path reconstructions(long step) {
    return path.resolve("reconstructions-%06d.png".formatted(step));
  }

  /** Pictures of what the model made, oldest first. */
  public List<Path> fakes() {
    return pictures("fakes");
  }

  /** Pictures of what the model made of images, oldest first. */
  public List<Path> reconstructions() {
    return pictures("reconstructions");
  }

  private List<Path> pictures(String name) {
    return list(path).stream()
        .filter(each -> each.getFileName().toString().matches(name + "-\\d{1,18}\\.png"))
        .sorted(Comparator.comparingLong(RunFolder::stepOf))
        .toList();
  }

  /** The step in the name of a picture. */
  public static long stepOf(Path picture) {
    return Long.parseLong(picture.getFileName().toString().replaceAll("\\D", ""));
  }

  /** What a training can go on from, and what it was at earlier steps. */
  public Checkpoints checkpoints() {
    return new Checkpoints(path.resolve("checkpoints"));
  }
}
