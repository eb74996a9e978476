package dev.figment.examples;

import dev.figment.data.ExampleForm;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.picture.ImageGrid;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;

/**
 * What the generator of a recipe makes of noise before it has learned anything: gray cloth. Each
 * image is a point of the latent space, and the weave is that of the layers that double the size.
 *
 * <p>Here a tensor becomes a picture. It is the one that {@code figment sample mnist-dcgan
 * --untrained} writes: the same seed draws the same weights and the same points.
 *
 * <pre>examples/run Example03WhatAnUntrainedGeneratorDraws [mnist-dcgan|cifar10-dcgan [FILE.png]]
 * </pre>
 */
public final class Example03WhatAnUntrainedGeneratorDraws {
  private Example03WhatAnUntrainedGeneratorDraws() {}

  public static void main(String[] arguments) {
    Recipe recipe = Recipes.named(arguments.length == 0 ? "mnist-dcgan" : arguments[0]);
    Path file = Path.of(arguments.length < 2 ? "runs/untrained.png" : arguments[1]);
    int side = recipe.recipe().startsWith("cifar10") ? 7 : 5; // 49 or 25 images
    run(recipe, side, side, file);
    System.out.println("See " + file);
  }

  static void run(Recipe recipe, int rows, int columns, Path file) {
    ExampleForm form = ImageSets.formOf(recipe.data(), null);
    Architecture architecture = recipe.model().architectures(form).get(0);
    RandomStream init = new RandomStreams(recipe.seed()).of(StreamName.INIT);
    try (Network generator = architecture.create(init, Device.CPU);
        Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      int latent = architecture.input().count();
      Tensor z = Noise.normal(RandomStream.named("sample", 1), rows * columns, latent);
      Tensor images = generator.apply(z, Pass.inference());
      ImageGrid.of(images, form.range()).columns(columns).writePng(file);
    }
  }
}
