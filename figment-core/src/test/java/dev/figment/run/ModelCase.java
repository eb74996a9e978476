package dev.figment.run;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small recipe of each kind of model: the row that a new kind adds to inherit the contract. Each
 * has whatever is drawn at random in it, and whatever changes in the course of a training.
 */
record ModelCase(String name, String model, String train) {
  /** What is drawn once, and never learned. */
  /** Noise of samples, and the direction of one number, which is 1 or −1. */
  private static final List<String> STAY = List.of("noise.fixed", "discriminatorHead.0.u");

  static List<ModelCase> all() {
    return Stream.concat(codecs().stream(), samplers().stream()).toList();
  }

  /** Whether a parameter is among those that a training changes. */
  static boolean learns(String parameter) {
    return STAY.stream().noneMatch(parameter::endsWith);
  }

  private static final String MAKES =
      "[{dense: 32}, {batchNormalization: {momentum: 0.9}}, relu, {reshape: [4, 4, 2]},"
          + " {conv2dTranspose: {filters: 1, kernel: 4, stride: 2, padding: same, activation:"
          + " sigmoid}}]";

  private static ModelCase gan(String name, String more) {
    String model = "gan:\n" + ("latent: 4\ngenerator: " + MAKES + "\n" + more).indent(2);
    return new ModelCase(name, model, "{batch: 8, steps: 6}");
  }

  /** Those that are neither validated nor encode. */
  static List<ModelCase> samplers() {
    return List.of(
        new ModelCase(
            "style-based GAN",
            """
            styleGan:
              latent: 3
              style: 4
              mappingLayers: 2
              channels: [6, 5]
              group: 2
              r1: {gamma: 1, every: 2}
              optimizer: {generator: {adam: {beta1: 0}}, discriminator: {adam: {beta1: 0}}}
            """,
            "{batch: 4, steps: 6}"),
        new ModelCase(
            "style-based GAN with demodulation and path length",
            """
            styleGan:
              latent: 3
              style: 4
              mappingLayers: 2
              channels: [6, 5]
              modulation: demodulation
              group: 2
              r1: {gamma: 1, every: 3}
              pathLength: {weight: 2, every: 2}
              optimizer: {generator: {adam: {beta1: 0}}, discriminator: {adam: {beta1: 0}}}
            """,
            "{batch: 4, steps: 6}"),
        new ModelCase(
            "progressive GAN, the second resolution fading in after two steps and there after five",
            """
            progressiveGan:
              latent: 3
              channels: {base: 16, most: 4}
              schedule: {stableKimg: 0.01, fadeKimg: 0.04}
              group: 2
              optimizer: {adam: {learningRate: 1e-2, beta1: 0.5, beta2: 0.99}}
            """,
            "{batch: 10, steps: 8}"),
        gan(
            "WGAN-GP with all penalties and options",
            """
            discriminator: [{conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}}, leakyRelu, {dropout: 0.1}, {minibatchStandardDeviation: 2}, flatten, {dense: 1}]
            loss: wasserstein
            reals: full
            discriminatorSteps: 2
            penalties: [gradientPenalty, dragan: {weight: 0.1}, r1: {gamma: 0.1, every: 3}, drift]
            weightClip: 0.3
            featureMatching: 1
            historicalAveraging: 0.01
            instanceNoise: {deviation: 0.2, untilKimg: 0.06}
            augment: {}
            ema: {halfLifeKimg: 0.05}
            optimizer: {generator: {adam: 1e-2}, discriminator: {adam: 1e-2}}
            """),
        gan(
            "GAN with joined classes",
            """
            discriminator: [{conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}}, batchNormalization, leakyRelu, flatten, {dense: {units: 1, activation: sigmoid}}]
            updates: separate
            targets: {real: [0.8, 1]}
            labels: {mode: joined, units: 3}
            ema: {halfLifeKimg: 0.05, rampUp: 0}
            optimizer: {generator: rmsprop, discriminator: rmsprop}
            """),
        gan(
            "GAN with an auxiliary classifier",
            """
            discriminator: [{conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}}, leakyRelu, flatten, {dense: 3}]
            loss: nonSaturating
            labels: {mode: auxiliary, units: 3}
            penalties: [r1: {gamma: 0.1}]
            optimizer: {generator: {adam: 1e-2}, discriminator: {adam: 1e-2}}
            """),
        gan(
            "projection GAN",
            """
            discriminator: [{spectralNormalization: {layer: {conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}}}}, leakyRelu, flatten, {spectralNormalization: {layer: {dense: 5}}}, leakyRelu]
            loss: nonSaturating
            labels: {mode: projection, units: 3}
            instanceNoise: {deviation: 0.1}
            penalties: [r1: {gamma: 0.1, every: 2}]
            optimizer: {generator: {adam: 1e-2}, discriminator: {adam: 1e-2}}
            """),
        new ModelCase(
            "GAN with classes in its normalizations",
            """
            gan:
              latent: 4
              generator: [{dense: 32}, {conditionalBatchNormalization: {classes: 2, momentum: 0.9}}, relu, {reshape: [4, 4, 2]}, {residual: [{conditionalBatchNormalization: 2}, relu]}, {conv2dTranspose: {filters: 1, kernel: 4, stride: 2, padding: same, activation: sigmoid}}]
              discriminator: [{conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}}, {conditionalBatchNormalization: 2}, leakyRelu, flatten, {dense: 5}, leakyRelu]
              loss: hinge
              labels: {mode: projection, units: 3}
              ema: {halfLifeKimg: 0.05}
              optimizer: {generator: {adam: 1e-2}, discriminator: {adam: 1e-2}}
            """,
            "{batch: 8, steps: 6}"),
        new ModelCase(
            "GAN with virtual batch normalization",
            """
            gan:
              latent: 4
              generator: [{dense: 32}, {virtualBatchNormalization: 5}, relu, {reshape: [4, 4, 2]}, {conv2dTranspose: {filters: 1, kernel: 4, stride: 2, padding: same}}, {virtualBatchNormalization: 5}, sigmoid]
              discriminator: [{conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}}, {virtualBatchNormalization: 3}, leakyRelu, {dropout: 0.1}, flatten, {dense: 1}]
              updates: separate
              labels: {mode: joined, units: 3}
              featureMatching: 1
              penalties: [r1: {gamma: 0.1, every: 2}]
              ema: {halfLifeKimg: 0.05}
              optimizer: {generator: {adam: 1e-2}, discriminator: {adam: 1e-2}}
            """,
            "{batch: 8, steps: 6}"));
  }

  /** Those that encode and decode. */
  static List<ModelCase> codecs() {
    return List.of(
        new ModelCase(
            "denoising autoencoder",
            """
            autoencoder:
              encoder: [flatten, {dropout: 0.5}, {gaussianNoise: 0.1}, {dense: {units: 5, activation: sigmoid}}, {sparsity: {target: 0.1}}]
              decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
              optimizer: adam
            """,
            "{batch: 50, steps: 6}"),
        new ModelCase(
            "tied autoencoder",
            """
            autoencoder:
              encoder: [flatten, {dense: {units: 5, activation: selu}}]
              decoder: [{denseTranspose: {units: 64, of: 1, activation: sigmoid}}, {reshape: [8, 8, 1]}]
              optimizer: {momentum: {learningRate: 0.1}}
            """,
            "{batch: 50, steps: 6}"),
        new ModelCase(
            "layer-wise autoencoder",
            """
            autoencoder:
              encoder: [flatten, {dense: {units: 9, activation: selu}}, {dense: 4}]
              decoder: [{dense: {units: 9, activation: selu}}, {dense: 64}, {reshape: [8, 8, 1]}]
              loss: meanSquaredError
              layerwise: {epochs: 1, optimizer: {adam: 1e-2}}
              optimizer: {adam: 1e-2}
            """,
            "{batch: 75, epochs: 3}"),
        new ModelCase(
            "recurrent autoencoder",
            """
            autoencoder:
              encoder: [{reshape: [8, 8]}, {lstm: 4}]
              decoder: [{repeatVector: 8}, {lstm: {units: 4, sequences: true}}, {timeDistributed: {layer: {dense: {units: 8, activation: sigmoid}}}}, {reshape: [8, 8, 1]}]
              optimizer: {sgd: 0.1}
            """,
            "{batch: 50, steps: 6}"),
        new ModelCase(
            "conditional VAE with a flow",
            """
            vae:
              latent: 3
              encoder: [flatten, {dropout: 0.1}, {dense: {units: 8, activation: relu}}]
              decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
              flow: {steps: 2, hidden: 6, context: 4}
              labelUnits: 2
              optimizer: {adam: 1e-2}
            """,
            "{batch: 50, steps: 6}"),
        new ModelCase(
            "importance-weighted Gaussian VAE",
            """
            vae:
              latent: 3
              encoder: [{conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}}, flatten]
              decoder: [{dense: 128}, {reshape: [8, 8, 2]}]
              likelihood: gaussian
              importanceSamples: 3
              optimizer: rmsprop
            """,
            "{batch: 50, steps: 6}"),
        new ModelCase(
            "pretrained classifier",
            """
            pretrainedClassifier:
              autoencoder:
                encoder: [flatten, {dense: {units: 5, activation: selu}}, {dropout: 0.1}]
                decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
                optimizer: {adam: 1e-2}
              head: [{dense: {units: 4, activation: relu}}, {dense: {units: 2, activation: softmax}}]
              labels: 20
              seeds: 2
              epochs: {autoencoder: 1, frozen: 1}
              optimizer: {frozen: {adam: 1e-2}, fineTuned: {adam: 1e-2}, scratch: rmsprop}
            """,
            "{batch: 150, epochs: 3}"));
  }

  Recipe recipe() {
    return RecipeFormat.read(
        """
        recipe: contract
        data: {set: '%s', colors: gray}
        model:
        %s
        train: %s
        watch:
          tickSteps: 2
          snapshots: {everySteps: 100, grid: 2x2}
          validation: {everySteps: 3, examples: 20}
          checkpoints: {everySteps: 100, keep: 2}
        """
            .formatted(Ones.AND_SEVENS, model.indent(2).stripTrailing(), train),
        name);
  }

  @Override
  public String toString() {
    return name;
  }
}
