package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.Batches;
import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.data.set.DataSplits;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.nn.Architecture;
import dev.figment.recipe.Recipe;
import dev.figment.run.exploration.ChunkedSampler;
import dev.figment.run.exploration.Samples;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.watching.StandardListeners;
import dev.figment.run.watching.WatchContext;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Checkpoints;
import dev.figment.train.Clock;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import dev.figment.train.WatchRecipe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model made in plain Java, which no recipe names, has the whole run folder. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelOfOnesOwnTest {
  private static final DataSplits DATA = TinySets.splits();
  private static final WatchRecipe WATCH =
      WatchRecipe.DEFAULT
          .withTickSteps(5)
          .withSnapshots(WatchRecipe.Snapshots.DEFAULT.withEverySteps(5).withGrid(2, 2));

  @TempDir private Path folder;

  /** Trains so far, from where the folder's newest checkpoint is, and draws four images. */
  private static Samples train(RunFolder folder, long steps) {
    ImageSet images = DATA.training();
    RandomStreams streams = new RandomStreams(7);
    Painter model = new Painter(streams);
    Batches batches = new Batches(images, Range.ZERO_TO_ONE, 8, 7, Device.CPU);
    Clock clock = new Clock(TrainRecipe.ofBatch(8).withSteps(steps), images.size());
    WatchContext context = WatchContext.of(folder, DATA, Range.ZERO_TO_ONE).withWatch(WATCH);
    Checkpoints checkpoints = folder.checkpoints();
    try (TrainingState state =
        TrainingState.atStart(model, streams, batches, clock, WATCH.tickSteps())) {
      checkpoints.newest().ifPresent(checkpoint -> checkpoint.restore(state));
      new Trainer(state, new StandardListeners(context).of(state)).run();
    }
    return sample(checkpoints);
  }

  /** Of the weights in the newest checkpoint, in a model that is not trained. */
  private static Samples sample(Checkpoints checkpoints) {
    ExampleForm form = ExampleForm.of(DATA.training(), Range.ZERO_TO_ONE);
    float[] points = Noise.normals(RandomStream.named("sample", 1), 4 * 2);
    try (Painter model = new Painter(new RandomStreams(7))) {
      checkpoints.newest().orElseThrow().weights().restore(model);
      return ChunkedSampler.of(model).images(points, null, form, Device.CPU);
    }
  }

  @Test
  void it_has_statistics_pictures_checkpoints_and_samples() {
    Path run = folder.resolve("painter");
    Samples samples = train(RunFolder.create(run), 10);
    samples.grid(2, 2).writePng(run.resolve("samples.png"));
    assertThat(run.resolve("stats.jsonl")).content().contains("loss/painter");
    assertThat(run)
        .isDirectoryContaining("glob:**reals.png")
        .isDirectoryContaining("glob:**fakes-000010.png")
        .isDirectoryContaining("glob:**losses.png")
        .isDirectoryContaining("glob:**progress.gif")
        .isDirectoryContaining("glob:**samples.png");
    assertThat(run.resolve("checkpoints/step-00000010")).isDirectory();
  }

  @Test
  void it_goes_on_from_a_checkpoint_as_if_never_stopped() {
    RunFolder stopped = RunFolder.create(folder.resolve("stopped"));
    train(stopped, 6);
    Samples resumed = train(new RunFolder(stopped.path()), 10);
    Samples whole = train(RunFolder.create(folder.resolve("whole")), 10);
    assertThat(resumed.pixels()).isEqualTo(whole.pixels());
  }

  /** A kind of model that no library names. */
  private record PainterRecipe() implements ModelRecipe {
    @Override
    public List<Architecture> architectures(ExampleForm form) {
      return List.of(Painter.ARCHITECTURE);
    }

    @Override
    public Model create(ModelContext setup) {
      return new Painter(setup.streams());
    }
  }

  @Test
  void a_model_kind_that_no_extension_adds_is_refused_and_leaves_no_folder() {
    Recipe recipe =
        Recipe.of(
            "painter",
            DataRecipe.of("stripes"),
            new PainterRecipe(),
            TrainRecipe.ofBatch(8).withSteps(10));
    Path run = folder.resolve("painter");
    assertThatThrownBy(() -> Run.create(run, recipe, DATA, Settings.DEFAULT))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "model dev.figment.run.ModelOfOnesOwnTest$PainterRecipe: expected one that recipes can"
                + " name, got one that no extension adds. Add it in an Extension, and name that in"
                + " META-INF/services/dev.figment.catalogue.Extension.");
    assertThat(run).doesNotExist();
    assertThatThrownBy(() -> RunFolder.create(run, recipe)).isInstanceOf(UsageException.class);
    assertThat(run).doesNotExist();
  }
}
