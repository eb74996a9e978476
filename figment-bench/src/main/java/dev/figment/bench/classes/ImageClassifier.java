package dev.figment.bench.classes;

import dev.figment.data.Batch;
import dev.figment.data.Batches;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.loss.CategoricalCrossEntropy;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.nn.Activation;
import dev.figment.nn.Architecture;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Dense;
import dev.figment.nn.Dropout;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.MaxPooling2d;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.util.List;

/** A small convolutional network that tells the classes of small images, in bytes as saved. */
final class ImageClassifier implements Model {
  private static final int BATCH = 128;
  private static final int PART = 500;
  private static final long SEED = 1;

  private final RandomStreams streams = new RandomStreams(SEED);
  private final Network network;
  private final List<Phase> phases;

  /** Untrained, for images of a shape in so many classes. */
  ImageClassifier(Shape image, int classes) {
    this.network = architecture(image, classes).create(streams.of(StreamName.INIT), Device.CPU);
    Parameters moves = network.parameters().trainable();
    this.phases =
        List.of(Phase.of("classifier", this::learn, moves, new Optimizer(new Adam(1e-3), moves)));
  }

  private static Architecture architecture(Shape image, int classes) {
    List<Layer> layers =
        List.of(
            window(32),
            new MaxPooling2d(2, null, Padding.VALID),
            window(64),
            new MaxPooling2d(2, null, Padding.VALID),
            new Dropout(0.25),
            new Flatten(),
            new Dense(128, Activation.RELU),
            new Dropout(0.5),
            new Dense(classes));
    return new Architecture("classifier", image, layers);
  }

  private static Conv2d window(int filters) {
    return new Conv2d(filters, 3, 1, Padding.SAME).withActivation(Activation.RELU);
  }

  private Losses learn(Batch batch) {
    Pass pass = Pass.training(streams.of(StreamName.DROPOUT));
    Tensor logits = network.apply(batch.examples(), pass);
    return Losses.of(CategoricalCrossEntropy.of(logits, batch.labels()), pass);
  }

  /**
   * Learns from all examples of a set, with the same order and weights each time.
   *
   * @param watching is told at the end of each epoch
   */
  void learn(ImageSet set, int epochs, Listener... watching) {
    Batches batches = new Batches(set, Range.ZERO_TO_ONE, BATCH, SEED, Device.CPU);
    Clock clock = new Clock(new TrainRecipe(BATCH, epochs, null, null), set.size());
    int tick = (int) clock.stepsPerEpoch();
    new Trainer(TrainingState.atStart(this, streams, batches, clock, tick), List.of(watching))
        .run();
  }

  /** What it takes the images of a set for; their labels are asked, not looked at. */
  Confusion confusion(ImageSet asked) {
    int[] seen = new int[asked.size()];
    for (int start = 0; start < seen.length; start += PART) {
      float[] part = classes(asked, start, Math.min(seen.length, start + PART));
      for (int i = 0; i < part.length; i++) {
        seen[start + i] = (int) part[i];
      }
    }
    return Confusion.of(asked.classes(), asked.labels(), seen);
  }

  private float[] classes(ImageSet set, int start, int end) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      Batch batch = Batch.of(set, Range.ZERO_TO_ONE, start, end, Device.CPU);
      return network.apply(batch.examples(), Pass.inference()).argmax(1).toFloats().toArray();
    }
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    return List.of(network);
  }
}
