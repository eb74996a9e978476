package dev.figment.model.pretraining;

import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.nn.Network;
import dev.figment.nn.Shape;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** 60 points of two kinds, and classifiers of a few weights for them. */
final class Small {
  static final ImageSet SET =
      ImageSet.ofFloats(
          "points",
          Shape.vector(4),
          List.of("near", "far"),
          IntStream.range(0, 60).map(i -> i % 2).toArray(),
          points());

  static final String RECIPE =
      """
      pretrainedClassifier:
        autoencoder:
          encoder: [{dense: {units: 6, activation: relu}}, batchNormalization, {dense: 3}]
          decoder: [{dense: 4}]
          loss: meanSquaredError
          optimizer: {sgd: 0.05}
        head: [{dropout: 0.2}, {dense: {units: 2, activation: softmax}}]
        labels: 10
        seeds: 2
        epochs: {autoencoder: 2, frozen: 1}
        optimizer: {frozen: {sgd: 0.5}, fineTuned: {adam: 1e-2}, scratch: {adam: 1e-2}}
      """;

  private Small() {}

  private static float[] points() {
    float[] points = Noise.normals(RandomStream.named("points", 1), 240);
    for (int i = 0; i < 240; i++) {
      points[i] = 0.5f * points[i] + (i / 4 % 2 == 0 ? 0 : 2);
    }
    return points;
  }

  static PretrainedClassifierRecipe recipe(String text) {
    return (PretrainedClassifierRecipe) RecipeText.read(text, ModelRecipe.class);
  }

  static PretrainedClassifier model(String text) {
    return (PretrainedClassifier) recipe(text).create(setup(SET));
  }

  static ModelContext setup(ImageSet examples) {
    ExampleForm form = ExampleForm.of(SET, Range.ZERO_TO_ONE);
    return new ModelContext(form, 5, new RandomStreams(1), Device.CPU, examples);
  }

  static Network network(PretrainedClassifier model, String name) {
    return model.networks().stream()
        .filter(each -> each.architecture().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Every digit of some layers, running statistics included. */
  static String numbers(Network network, int from, int to) {
    StringBuilder all = new StringBuilder();
    network
        .parametersOf(from, to)
        .byName()
        .forEach((name, each) -> all.append(name).append(Arrays.toString(each.toArray())));
    return all.toString();
  }

  static String numbers(Network network) {
    return numbers(network, 0, network.architecture().layers().size());
  }
}
