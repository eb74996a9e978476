package dev.figment.cli.command;

import dev.figment.UsageException;
import dev.figment.cli.latent.LatentPoints;
import dev.figment.cli.latent.LatentSpace;
import dev.figment.cli.option.ClassOption;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.GridLayout;
import dev.figment.cli.option.PlaneOptions;
import dev.figment.cli.option.PriorOptions;
import dev.figment.cli.option.RunArgument;
import dev.figment.cli.option.SampleOutput;
import dev.figment.cli.option.ToneOptions;
import dev.figment.cli.option.TruncationOptions;
import dev.figment.cli.option.UntrainedOptions;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.data.ImageSet;
import dev.figment.data.set.ImageSets;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.exploration.RestoredModel;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import dev.figment.train.Grid;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment sample}: images that a trained model makes. */
@Command(
    name = "sample",
    description = {
      "Make images with a trained model.",
      "One grid, or a file for each, from the newest checkpoint of a run.",
      "The same seed gives the same images. A model that was taught classes shows",
      "a row of each."
    },
    footer = {
      "",
      "Example:  figment sample runs/00001-mnist-dcgan --grid 5x5 --seed 7",
      "          figment sample runs/00001-mnist-dcgan --count 100 --out digits/",
      "          figment sample runs/00001-mnist-dcgan --latent projections-test.npy",
      "          figment sample runs/00002-fashion-vae-2d --plane",
      "          figment sample runs/00002-fashion-vae-2d --scale 4 --origin --grid 1x11",
      "          figment sample runs/00001-mnist-five-gan --ink dark --stretch",
      "          figment sample runs/00003-fashion-tied-autoencoder --data-dir data",
      "          figment sample mnist-dcgan --untrained --grid 5x5",
      "Next:     figment resume RUN, where they could be better"
    })
public final class SampleCommand implements Runnable {
  private static final int COUNT = 25;

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private DataFolderOption data;
  @Mixin private PriorOptions prior;
  @Mixin private PlaneOptions plane;
  @Mixin private ClassOption classOption;
  @Mixin private SampleOutput target;
  @Mixin private TruncationOptions truncation;
  @Mixin private ToneOptions tone;
  @Mixin private UntrainedOptions untrained;

  @Mixin private RunArgument argument;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many images (default: as many as the grid holds, or " + COUNT + ").")
  private @Nullable Integer count;

  @Option(
      names = "--latent",
      paramLabel = "zeros|VALUE|FILE.npy",
      description = {"Chosen points instead: zeros, all of one value, or an array of points."})
  private @Nullable String latent;

  @Option(
      names = "--space",
      paramLabel = "z|w",
      defaultValue = "z",
      description =
          "Of a model with styles: whether --latent has points z or styles w (default:"
              + " ${DEFAULT-VALUE}).")
  private LatentSpace space;

  @Option(
      names = "--grid",
      paramLabel = "RxC",
      description = "Rows and columns (default: as square as can be).")
  private @Nullable String grid;

  @Override
  public void run() {
    checkOptions();
    Grid asked = grid == null ? null : Grid.of(grid);
    Settings settings = engine.settings(data.folder());
    Path written = untrained.isAsked() ? ofRecipe(settings, asked) : ofRun(settings, asked);
    spec.commandLine().getOut().println(written);
  }

  private Path ofRun(Settings settings, @Nullable Grid asked) {
    try (Run run = argument.open(settings)) {
      return sample(
          run.trained(), run::data, label -> argument.output("samples-" + label + ".png"), asked);
    }
  }

  private Path ofRecipe(Settings settings, @Nullable Grid asked) {
    Recipe recipe = untrained.recipe(argument.path().toString());
    try (RestoredModel first = UntrainedOptions.model(recipe, settings)) {
      return sample(
          new Trained(Path.of(recipe.recipe()), recipe, first, settings.device()),
          () -> ImageSets.open(recipe.data(), settings.dataFolder()),
          label -> Path.of(recipe.recipe() + "-untrained-" + label + ".png"),
          asked);
    }
  }

  private void checkOptions() {
    refuse(latent != null && count != null, "--count: --latent says how many.");
    refuse(latent != null && prior.areGiven(), prior.names() + ": --latent says which points.");
    refuse(latent != null && plane.isAsked(), "--plane: --latent says which points.");
    UsageException.require(
        latent != null || space == LatentSpace.Z,
        "--space: says what --latent has. Add that, or leave this out.");
    refuse(plane.isAsked() && count != null, "--count: --plane fills the grid.");
    refuse(plane.isAsked() && prior.areGiven(), prior.names() + ": --plane says which points.");
    refuse(grid != null && target.isFolder(), "--grid: --out names a folder, for a file each.");
    refuse(
        untrained.isAsked() && argument.choosesCheckpoint(),
        "--checkpoint: --untrained is before all of them.");
    UsageException.require(
        count == null || count >= 1, "--count: expected at least 1, got %d", count);
    prior.check();
    plane.check();
    target.check();
    untrained.check();
  }

  private static void refuse(boolean both, String why) {
    UsageException.require(!both, "%s Leave one of them out.", why);
  }

  /**
   * @param data what the model learns from
   * @param picture the path of what shows something where none is given
   */
  private Path sample(
      Trained plain,
      Supplier<ImageSet> data,
      Function<String, Path> picture,
      @Nullable Grid asked) {
    Trained trained = tone.of(space.of(truncation.of(plain)));
    trained.latentSize(); // refuses a model that makes nothing
    trained.requirePictures("sample");
    GridLayout arrangement = arrangement(trained, asked);
    float[] points = points(trained, data, arrangement);
    int made = points.length / trained.latentSize();
    int[] classes =
        classOption.isGiven()
            ? trained.classes().ofEach(made, classOption.number(trained))
            : arrangement.classes(made);
    String suffix = classOption.suffix() + truncation.suffix() + tone.suffix();
    Path path = target.or(picture.apply(label(trained) + suffix));
    if (target.isFolder()) {
      try (TaskProgress progress = TaskProgress.on(spec.commandLine().getErr())) {
        trained.writeImagesAt(points, classes, path, progress);
      }
    } else {
      Samples samples = trained.imagesAt(points, classes);
      arrangement.of(samples, trained.form().classes()).writePng(path);
    }
    return path;
  }

  private GridLayout arrangement(Trained trained, @Nullable Grid asked) {
    classOption.number(trained); // refuses one that the model does not know
    if (plane.isAsked()) {
      return new GridLayout(plane.grid(asked), false);
    }
    boolean free = !classOption.isGiven() && count == null && latent == null && !target.isFolder();
    return free ? GridLayout.ofClasses(trained, asked) : new GridLayout(asked, false);
  }

  private float[] points(Trained trained, Supplier<ImageSet> data, GridLayout arrangement) {
    if (plane.isAsked()) {
      return plane.points(Objects.requireNonNull(arrangement.grid()), trained);
    }
    if (latent != null) {
      float[] chosen = new LatentPoints(latent).numbers(trained.latentSize());
      checkFits(chosen.length / trained.latentSize(), arrangement.grid());
      return chosen;
    }
    int wanted = count == null ? arrangement.count(COUNT) : count;
    checkFits(wanted, arrangement.grid());
    trained.requireRoom(wanted);
    return prior.draw(wanted, trained, data, spec.commandLine().getErr());
  }

  private static void checkFits(int wanted, @Nullable Grid asked) {
    UsageException.require(
        asked == null || wanted <= asked.count(),
        "--grid %s: expected at most %d images, got %d. Make the grid larger.",
        asked,
        asked == null ? 0 : asked.count(),
        wanted);
  }

  private String label(Trained trained) {
    if (plane.isAsked()) {
      return plane.label();
    }
    return latent == null ? prior.label(trained) : new LatentPoints(latent).label();
  }
}
