package dev.figment.train;

import dev.figment.data.Batches;
import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import java.util.List;

/**
 * A program that trains one of two tiny GANs, in a process of its own, and prints step, live native
 * objects and resident bytes now and then: a plain one of many layers, and one with most of what
 * steadies GANs and tells them classes, in float32 or in bfloat16.
 */
final class TinyTraining {
  private static final int REPORT = 100;
  private static final int BATCH = 8;

  private static final String PLAIN =
      """
      gan:
        latent: 4
        generator:
          - dense: 16
          - batchNormalization
          - leakyRelu: 0.2
          - reshape: [2, 2, 4]
          - conv2dTranspose: {filters: 4, kernel: 3, stride: 2, padding: same, activation: selu}
          - upSampling2d
          - conv2d: {filters: 1, kernel: 5, padding: same, activation: sigmoid}
        discriminator:
          - gaussianNoise: 0.05
          - conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}
          - activityRegularization: {l1: 0.001, l2: 0.001}
          - leakyRelu: 0.2
          - dropout: 0.4
          - maxPooling2d
          - flatten
          - dense: {units: 1, activation: sigmoid}
        targets: {real: [0.8, 1], fake: 0, generator: 1}
        optimizer:
          generator: {adam: {learningRate: 2e-4, beta1: 0.5, clipNorm: 1}}
          discriminator: {rmsprop: {learningRate: 2e-4, decay: 1e-8, clipValue: 1}}
      """;

  private static final String STABILISED =
      """
      gan:
        latent: 4
        generator:
          - dense: 16
          - virtualBatchNormalization: 3
          - relu
          - reshape: [4, 4, 1]
          - conditionalBatchNormalization: 1
          - conv2dTranspose: {filters: 1, kernel: 4, stride: 2, padding: same, activation: sigmoid}
        discriminator:
          - spectralNormalization: {layer: {conv2d: {filters: 4, kernel: 4, stride: 2, padding: same}}}
          - minibatchStandardDeviation: 4
          - leakyRelu: 0.2
          - flatten
        loss: hinge
        reals: full
        discriminatorSteps: 2
        labels: {mode: projection, units: 3}
        penalties: [gradientPenalty, dragan: {weight: 0.1}, r1: {gamma: 0.1, every: 3}, drift]
        weightClip: 0.3
        featureMatching: 1
        historicalAveraging: 0.01
        instanceNoise: {deviation: 0.2, untilKimg: 8}
        augment: {}
        ema: {halfLifeKimg: 0.05}
        optimizer: {generator: {adam: 1e-3}, discriminator: {adam: 1e-3}}
      """;

  private TinyTraining() {}

  /** What to train, and how often: those with second derivatives take longer. */
  enum Kind {
    GAN(PLAIN, 2000, Precision.FLOAT32),
    STABILISED_GAN(STABILISED, 1000, Precision.FLOAT32),
    STABILISED_GAN_IN_BFLOAT16(STABILISED, 1000, Precision.BFLOAT16);

    final String model;
    final long steps;
    final Precision precision;

    Kind(String model, long steps, Precision precision) {
      this.model = model;
      this.steps = steps;
      this.precision = precision;
    }
  }

  public static void main(String[] arguments) {
    Backend.threads(1);
    Kind kind = Kind.valueOf(arguments[0]);
    DataRecipe data = DataRecipe.of("glyphs").withSplit(Split.TEST).withClasses("3").withSize(8);
    ImageSet set = ImageSets.open(data, null);
    ModelRecipe recipe = RecipeText.read(kind.model, ModelRecipe.class);
    RandomStreams streams = new RandomStreams(1);
    ExampleForm form = ExampleForm.of(set, data.range());
    Model model = recipe.create(new ModelContext(form, BATCH, streams, Device.CPU, set));
    Batches batches = new Batches(set, data.range(), recipe.realExamples(BATCH), 1, Device.CPU);
    Clock clock = new Clock(new TrainRecipe(BATCH, null, kind.steps, null), set.size());
    try (TrainingState state = TrainingState.atStart(model, streams, batches, clock, REPORT / 2)) {
      new Trainer(state.withPrecision(kind.precision), List.of(new Report())).run();
    }
  }

  private static final class Report implements Listener {
    @Override
    public void onStep(Clock clock) {
      if (clock.step() % REPORT == 0) {
        System.out.println(
            clock.step() + " " + Backend.livePointers() + " " + Backend.residentBytes());
      }
    }
  }
}
