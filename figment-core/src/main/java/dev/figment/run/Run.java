package dev.figment.run;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.ImageSets;
import dev.figment.model.Sampler;
import dev.figment.nn.Shape;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.train.Checkpoint;
import dev.figment.train.Listener;
import java.nio.file.Path;
import java.util.List;

/**
 * A training and what came of it, in a folder.
 *
 * <pre>{@code
 * Recipe recipe = Recipes.named("mnist-dcgan").with("train.epochs", 3);
 * try (Run run = Run.create(Path.of("runs/digits"), recipe, Settings.dataIn(Path.of("data")))) {
 *   run.train();
 *   run.sample(25, 7).grid(5, 5).writePng(Path.of("digits.png"));
 * }
 * }</pre>
 */
public final class Run implements AutoCloseable {
  private final RunFolder folder;
  private final Recipe recipe;
  private final Settings settings;
  private volatile Training training;
  private volatile boolean stopping;
  private ImageSet data;
  private Restored restored;

  private Run(RunFolder folder, Recipe recipe, Settings settings) {
    this.folder = folder;
    this.recipe = recipe;
    this.settings = settings;
  }

  /**
   * A new run in a new folder. Recipe and data are checked before the folder is made.
   *
   * @throws UsageException if the folder exists, or if the recipe's layers do not fit
   * @throws dev.figment.DataException if the data is missing or damaged
   */
  public static Run create(Path folder, Recipe recipe, Settings settings) {
    RunFolder.requireFree(folder);
    Shape example = ImageSets.shapeOf(recipe.data(), settings.dataFolder());
    recipe.model().architectures(example);
    recipe.model().realExamples(recipe.train().batch());
    ImageSet data = ImageSets.open(recipe.data(), settings.dataFolder());
    Run run = new Run(RunFolder.create(folder, recipe), recipe, settings);
    run.data = data;
    return run;
  }

  /** A run that was made before. */
  public static Run open(Path path, Settings settings) {
    RunFolder folder = RunFolder.open(path);
    return new Run(folder, folder.recipe(), settings);
  }

  public Recipe recipe() {
    return recipe;
  }

  public RunFolder folder() {
    return folder;
  }

  /** The examples that it learns from; read at the first call. */
  public synchronized ImageSet data() {
    if (data == null) {
      data = ImageSets.open(recipe.data(), settings.dataFolder());
    }
    return data;
  }

  /**
   * Trains to the end of the recipe, from the newest checkpoint where there is one.
   *
   * @param watching is told of steps and ticks
   */
  public void train(Listener... watching) {
    close(); // what is sampled later comes from a newer checkpoint
    try (RunLock lock = RunLock.take(folder.path());
        Training begun =
            Training.begin(folder, recipe, data(), settings.device(), List.of(watching))) {
      training = begun;
      if (stopping) {
        begun.stop();
      }
      begun.run();
    } finally {
      training = null;
      stopping = false;
    }
  }

  /**
   * Ends training after the step at hand, with a checkpoint; from any thread. A training that has
   * not come to its first step makes none.
   */
  public void stop() {
    stopping = true;
    Training running = training;
    if (running != null) {
      running.stop();
    }
  }

  /**
   * Images of random points of the latent space.
   *
   * @param seed the same gives the same images
   */
  public Samples sample(int count, long seed) {
    Sampler sampler = sampler();
    int numbers = Math.max(sampler.latentSize(), restored.example().count());
    int most = Integer.MAX_VALUE / numbers;
    UsageException.require(
        count >= 1 && count <= most, "--count: expected 1 to %d, got %d", most, count);
    return sampleAt(
        Noise.normals(RandomStream.named("sample", seed), count * sampler.latentSize()));
  }

  /**
   * Images of chosen points.
   *
   * @param z points one after the other, each of {@link Sampler#latentSize} numbers
   */
  public Samples sampleAt(float[] z) {
    Sampler sampler = sampler();
    UsageException.require(
        z.length > 0 && z.length % sampler.latentSize() == 0,
        "latent: expected points of %d numbers, got %d numbers in all",
        sampler.latentSize(),
        z.length);
    return Samples.of(sampler, z, restored.example(), recipe.data().range(), settings.device());
  }

  /** The model as the newest checkpoint has it, for sampling; until the next training. */
  public synchronized Sampler sampler() {
    if (restored == null) {
      restored = Restored.of(checkpoint(), recipe, settings.device());
    }
    if (restored.model() instanceof Sampler sampler) {
      return sampler;
    }
    throw new UsageException("%s: its model makes no samples", folder.path());
  }

  private Checkpoint checkpoint() {
    return folder
        .checkpoints(recipe.watch().checkpoints().keep())
        .newest()
        .orElseThrow(
            () ->
                new UsageException(
                    "%s has no checkpoint yet. Train it first: figment resume %s",
                    folder.path(), folder.path()));
  }

  @Override
  public synchronized void close() {
    if (restored != null) {
      restored.close();
      restored = null;
    }
  }
}
