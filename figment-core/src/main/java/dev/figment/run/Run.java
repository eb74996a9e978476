package dev.figment.run;

import dev.figment.DataException;
import dev.figment.UsageException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.DataSplits;
import dev.figment.nn.Architecture;
import dev.figment.recipe.Recipe;
import dev.figment.run.exploration.RestoredModel;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.CheckpointChoice;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.folder.RunLock;
import dev.figment.run.quality.RealImages;
import dev.figment.tensor.Device;
import dev.figment.train.Listener;
import dev.figment.train.StepObserver;
import dev.figment.train.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A training and what came of it, in a folder; or a file of weights of one, to be used.
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
  private volatile Training.Stop stop = new Training.Stop();
  private final RunData data;
  private final @Nullable Weights weights;
  private @Nullable RestoredModel restored;

  private Run(RunFolder folder, Recipe recipe, Settings settings, RunData data) {
    this(folder, recipe, settings, data, null);
  }

  private Run(
      RunFolder folder, Recipe recipe, Settings settings, RunData data, @Nullable Weights weights) {
    this.folder = folder;
    this.recipe = recipe;
    this.settings = settings;
    this.data = data;
    this.weights = weights;
  }

  /**
   * A new run in a new folder. Recipe and data are checked before the folder is made. Paths in the
   * recipe are kept as they lead there from every folder.
   *
   * @throws UsageException if the folder exists, or if the recipe's layers do not fit
   * @throws dev.figment.DataException if the data is missing or damaged
   */
  public static Run create(Path folder, Recipe recipe, Settings settings) {
    Recipe located = recipe.located();
    return create(folder, located, settings, find(located, settings));
  }

  /**
   * The same in the next folder of a folder of runs, {@code runs/00012-mnist-dcgan}, also where
   * others begin at the same time.
   */
  public static Run createNext(Path runs, Recipe recipe, Settings settings) {
    Recipe located = recipe.located();
    RunData data = find(located, settings);
    check(located, data, settings);
    return new Run(RunFolder.createNext(runs, located), located, settings, data);
  }

  /**
   * The same of examples that a program has in memory. The recipe's data section names them, {@code
   * DataRecipe.of("my-set")}, and says their range; nothing is looked up.
   *
   * @param data {@link DataSplits#of(ImageSet, ImageSet)}; given again to {@link #open(Path,
   *     DataSplits, Settings)}
   * @throws UsageException if the recipe says more of the data than set and range, too
   */
  public static Run create(Path folder, Recipe recipe, DataSplits data, Settings settings) {
    return create(
        folder, recipe, settings, RunData.given(recipe.data(), data, settings.dataFolder()));
  }

  private static Run create(Path folder, Recipe recipe, Settings settings, RunData data) {
    RunFolder.requireFree(folder);
    check(recipe, data, settings);
    return new Run(RunFolder.create(folder, recipe), recipe, settings, data);
  }

  private static RunData find(Recipe recipe, Settings settings) {
    return RunData.find(recipe.data(), settings.dataFolder());
  }

  /**
   * Refuses what {@link #create} would, and makes nothing.
   *
   * @return the examples that it would learn from
   */
  public static ImageSet check(Path folder, Recipe recipe, Settings settings) {
    RunFolder.requireFree(folder);
    return check(recipe, find(recipe, settings), settings);
  }

  private static ImageSet check(Recipe recipe, RunData data, Settings settings) {
    recipe.train().precision().requireOn(settings.device());
    recipe.toYaml(); // refuses what no recipe can name
    List<Architecture> networks = recipe.model().architectures(data.form());
    if (recipe.train().init() != null) {
      InitialWeights.of(recipe.train().init()).requireFit(networks);
    }
    recipe.model().realExamples(recipe.train().batch());
    if (settings.device() == Device.CPU) {
      LeastMemory.of(networks, recipe.train().batch()).requireWithin(LeastMemory.here());
    }
    ImageSet examples = data.splits().training(); // refuses what is missing or damaged
    recipe.model().check(examples);
    return examples;
  }

  /**
   * A run that was made before; or what the weights in a file are of, which can be used as a run
   * can, but not trained on.
   *
   * @param path a folder, or a file as {@code weights.safetensors} of a checkpoint or {@link
   *     dev.figment.train.Weights#export} writes it
   */
  public static Run open(Path path, Settings settings) {
    return path.toString().endsWith(".safetensors") && Files.isRegularFile(path)
        ? ofWeights(Weights.read(path), settings)
        : ofFolder(path, settings);
  }

  private static Run ofWeights(Weights weights, Settings settings) {
    UsageException.require(
        settings.checkpoint().equals(CheckpointChoice.LATEST),
        "checkpoint: expected a run that has some, got the file %s.",
        weights.file());
    Recipe recipe = CheckpointMetadata.recipe(weights);
    CheckpointMetadata.networks(weights, recipe); // refuses weights that do not fit
    Path folder = Objects.requireNonNull(weights.file().toAbsolutePath().getParent());
    return new Run(new RunFolder(folder), recipe, settings, find(recipe, settings), weights);
  }

  private static Run ofFolder(Path path, Settings settings) {
    RunFolder folder = RunFolder.open(path);
    Recipe recipe = folder.recipe();
    return new Run(folder, recipe, settings, find(recipe, settings));
  }

  /**
   * A run that was made of examples that a program has in memory.
   *
   * @param data the same as when it was made; training refuses others
   */
  public static Run open(Path path, DataSplits data, Settings settings) {
    RunFolder folder = RunFolder.open(path);
    Recipe recipe = folder.recipe();
    return new Run(
        folder, recipe, settings, RunData.given(recipe.data(), data, settings.dataFolder()));
  }

  /** As {@code recipe.yaml} has it. */
  public Recipe recipe() {
    return recipe;
  }

  /** Where everything is, by name: of a file of weights, the folder that it is in. */
  public RunFolder folder() {
    return folder;
  }

  /**
   * The examples that it learns from; read at the first call.
   *
   * @throws DataException if they are missing or damaged
   */
  public ImageSet data() {
    if (weights == null) {
      data.requireThere(folder);
    }
    return data.splits().training();
  }

  /**
   * A split of the same set, in the same form; read at the first call.
   *
   * @throws dev.figment.DataException if there is no such split
   */
  public ImageSet data(Split split) {
    return data.splits().of(split);
  }

  /**
   * Whether there is a split that was not learned from.
   *
   * @throws dev.figment.DataException if its set is a path where nothing is
   */
  public boolean hasTest() {
    return data.splits().hasTest();
  }

  /** What images of its model are compared with. */
  public RealImages realImages() {
    return new RealImages(data.splits());
  }

  /**
   * Other examples, from where this run has its own.
   *
   * @throws dev.figment.DataException if there are no such
   */
  public ImageSet open(DataRecipe other) {
    return data.open(other);
  }

  /**
   * Trains to the end of the recipe, from the newest checkpoint where there is one.
   *
   * @param listeners hear of steps, ticks and validations, after the run's own
   */
  public void train(Listener... listeners) {
    train(StepObserver.NONE, listeners);
  }

  /**
   * The same, looked at from inside.
   *
   * @param observer is told of the parts of each step: {@link dev.figment.train.profile.Profiler}
   */
  public void train(StepObserver observer, Listener... listeners) {
    UsageException.require(
        weights == null,
        "%s: expected a run to go on with, got a file of weights. Train a recipe that names it as"
            + " train.init.",
        weights == null ? folder.path() : weights.file());
    close(); // what is sampled later comes from a newer checkpoint
    data.requireThere(folder);
    try (RunLock lock = RunLock.take(folder.path())) {
      new Training(folder, recipe, data.splits(), settings, observer, List.of(listeners), stop)
          .run();
    } finally {
      stop = new Training.Stop();
    }
  }

  /**
   * Ends training after the step at hand, with a checkpoint; from any thread. A training that has
   * not come to its first step makes none.
   */
  public void stop() {
    stop.now();
  }

  /** What the model of the chosen checkpoint can be used for, by itself the newest. */
  public Trained trained() {
    Path origin = weights == null ? folder.path() : weights.file();
    return new Trained(origin, recipe, restored(), settings.device());
  }

  /**
   * Writes the weights of the chosen checkpoint as a file that is a model by itself.
   *
   * @param part one of {@link dev.figment.model.ModelRecipe#parts}; null for all of the model
   * @throws UsageException if the model has no such part
   */
  public void export(@Nullable String part, Path target) {
    Weights all = weights == null ? settings.checkpoint().in(folder).weights() : weights;
    all.export(part == null ? all.networks() : networks(part, all), target);
  }

  private Set<String> networks(String part, Weights all) {
    Map<String, List<String>> parts =
        recipe.model().parts(CheckpointMetadata.exampleForm(all, recipe));
    List<String> networks = parts.get(part);
    UsageException.require(
        networks != null && all.networks().containsAll(networks),
        "network: expected one of %s, got %s",
        String.join(", ", parts.keySet()),
        part);
    return Set.copyOf(networks);
  }

  /**
   * Images of random points of the latent space.
   *
   * @param seed the same gives the same images
   */
  public Samples sample(int count, long seed) {
    return trained().sample(count, seed);
  }

  /** The model as its checkpoint has it; until the next training. */
  private synchronized RestoredModel restored() {
    if (restored == null) {
      restored =
          weights == null
              ? RestoredModel.of(settings.checkpoint().in(folder), recipe, settings.device())
              : RestoredModel.of(weights, settings.device());
    }
    return restored;
  }

  @Override
  public synchronized void close() {
    if (restored != null) {
      restored.close();
      restored = null;
    }
  }
}
