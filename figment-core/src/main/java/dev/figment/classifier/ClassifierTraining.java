package dev.figment.classifier;

import dev.figment.Progress;
import dev.figment.data.Batch;
import dev.figment.data.Batches;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.loss.CategoricalCrossEntropy;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.Adam;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.util.List;
import java.util.Objects;

/** A network that learns the classes of images, each time the same way. */
final class ClassifierTraining implements Model {
  /** To be raised where the same set gives another classifier than before. */
  static final int VERSION = 1;

  static final long SEED = 1;
  private static final int BATCH = 128;
  private static final int MOST_EPOCHS = 100;
  private static final int FEWEST_EPOCHS = 3;
  private static final int FEWEST_IMAGES = 64_000; // shown: of small sets the same ones many times
  private static final int TICKS = 200;

  private final RandomStreams streams = new RandomStreams(SEED);
  private final Network network;
  private final Phase phase;

  ClassifierTraining(Architecture architecture) {
    this.network = architecture.create(streams.of(StreamName.INIT), Device.CPU);
    Parameters moves = network.parameters().trainable();
    this.phase = Phase.of("classifier", this::learn, moves, new Adam(1e-3));
  }

  /** How often it should see each of so many images. */
  static int epochs(int images) {
    return Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, (FEWEST_IMAGES + images - 1) / images));
  }

  private Losses learn(Batch batch) {
    Pass pass = Pass.training(streams.of(StreamName.DROPOUT));
    Tensor logits = network.apply(batch.examples(), pass);
    Tensor labels = Objects.requireNonNull(batch.labels());
    return Losses.of(CategoricalCrossEntropy.of(logits, labels), pass);
  }

  /** The network when it has learned; what else training needed is given back. */
  Network learn(ImageSet set, int epochs, Progress progress) {
    Batches batches = new Batches(set, Range.ZERO_TO_ONE, BATCH, SEED, Device.CPU);
    Clock clock = new Clock(TrainRecipe.ofBatch(BATCH).withEpochs(epochs), set.size());
    int tick = (int) Math.max(1, clock.totalSteps() / TICKS);
    TrainingState state = TrainingState.atStart(this, streams, batches, clock, tick);
    try {
      new Trainer(state, List.of(told(progress, clock))).run();
    } finally {
      state.statistics().close();
      phase.optimizer().close();
    }
    return network;
  }

  private static Listener told(Progress progress, Clock clock) {
    int steps = (int) clock.totalSteps();
    Progress.Task task = new Progress.Task("classifier", steps, "steps", "loss");
    return Listener.ofTicks(
        tick ->
            progress.at(
                task,
                (int) tick.step(),
                tick.statistics().getOrDefault("loss/classifier", Double.NaN)));
  }

  @Override
  public List<Phase> phases() {
    return List.of(phase);
  }

  @Override
  public List<Network> networks() {
    return List.of(network);
  }
}
