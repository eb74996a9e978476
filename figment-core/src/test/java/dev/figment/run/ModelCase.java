package dev.figment.run;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * A small recipe of each kind of model: the row that a new kind adds to inherit the contract. Each
 * has whatever is drawn at random in it, and whatever changes in the course of a training.
 */
record ModelCase(String name, String model, String train) {
  /** What is drawn once, and never learned. */
  private static final String STAYS = "noise.fixed";

  static List<ModelCase> all() {
    List<ModelCase> all = new ArrayList<>(codecs());
    all.addAll(samplers());
    return all;
  }

  /** Whether a parameter is among those that a training changes. */
  static boolean learns(String parameter) {
    return !parameter.endsWith(STAYS);
  }

  /** Those that make images of points and know of no way back. */
  private static List<ModelCase> samplers() {
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
            "{batch: 4, steps: 6}"));
  }

  /** Those that encode and decode, and can be held to a test split. */
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
            "{batch: 500, epochs: 3}"),
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
            "{batch: 1000, epochs: 3}"));
  }

  Recipe recipe() {
    return RecipeFormat.read(
        """
        recipe: contract
        data: {set: glyphs, split: test, size: 8, classes: ["1", "7"]}
        model:
        %s
        train: %s
        watch:
          tickSteps: 2
          snapshots: {everySteps: 100, grid: 2x2}
          validation: {everySteps: 3, examples: 20}
          checkpoints: {everySteps: 100, keep: 2}
        """
            .formatted(model.indent(2).stripTrailing(), train),
        name);
  }

  @Override
  public String toString() {
    return name;
  }
}
