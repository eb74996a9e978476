package dev.figment.examples;

import dev.figment.data.Batches;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.data.set.ImageSets;
import dev.figment.loss.BinaryCrossEntropy;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.optim.Optimizer;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Half of a GAN: the discriminator of a recipe learns to tell images from noise, with one update on
 * a batch of images and one on a batch of noise. That is easy; the other half of a GAN makes it
 * hard. Prints for each batch how many of its images and of its noise were told right before they
 * were learned from.
 *
 * <p>{@code mnist-dcgan} takes 100 batches of 128 and 128, {@code cifar10-dcgan} 20 of 64 and 64.
 * Without a data folder, drawn images stand in: digits, or shapes.
 *
 * <pre>examples/run Example02ADiscriminatorAlone [mnist-dcgan|cifar10-dcgan [DATA]]</pre>
 */
public final class Example02ADiscriminatorAlone {
  private static final StreamName NOISE = new StreamName("noise");

  /** Shares of a batch's images and of its noise that were told right. */
  record Accuracy(double real, double noise) {}

  private Example02ADiscriminatorAlone() {}

  public static void main(String[] arguments) {
    Recipe recipe = Recipes.named(arguments.length == 0 ? "mnist-dcgan" : arguments[0]);
    boolean isColor = recipe.recipe().startsWith("cifar10");
    Path data = arguments.length < 2 ? null : Path.of(arguments[1]);
    Recipe chosen = data == null ? recipe.with("data.set", isColor ? "shapes" : "glyphs") : recipe;
    run(chosen, ImageSets.open(chosen.data(), data), isColor ? 20 : 100);
  }

  /** Trains on so many batches; returns what was right in each before it was learned from. */
  static List<Accuracy> run(Recipe recipe, ImageSet images, int count) {
    GanRecipe gan = (GanRecipe) recipe.model();
    Range range = recipe.data().range();
    int half = gan.realExamples(recipe.train().batch());
    RandomStreams random = new RandomStreams(recipe.seed());
    Batches batches = new Batches(images, range, half, recipe.seed(), Device.CPU);
    Architecture whole = gan.architectures(ExampleForm.of(images, range)).get(1);
    List<Accuracy> right = new ArrayList<>();
    try (Network network = whole.logits().create(random.of(StreamName.INIT), Device.CPU);
        Optimizer optimizer =
            new Optimizer(gan.optimizer().discriminator(), network.parameters())) {
      for (int i = 1; i <= count; i++) {
        try (Scope scope = Scope.open()) {
          Tensor real = batches.next().examples();
          Tensor noise = Noise.uniform(random.of(NOISE), range.low(), 1, real.shape());
          Pass pass = Pass.training(random.of(StreamName.DROPOUT));
          double realRight = update(network, optimizer, real, 1, pass);
          double noiseRight = 1 - update(network, optimizer, noise, 0, pass);
          System.out.printf(">%d real=%.0f%% fake=%.0f%%%n", i, realRight * 100, noiseRight * 100);
          right.add(new Accuracy(realRight, noiseRight));
        }
      }
    }
    return right;
  }

  /** One update towards a target; returns the share that was taken for real before it. */
  private static double update(
      Network network, Optimizer optimizer, Tensor images, double target, Pass pass) {
    Tensor logits = network.apply(images, pass);
    Tensor loss = BinaryCrossEntropy.of(logits, Tensor.full(target, images.size(0), 1));
    optimizer.step(Gradients.of(loss, network.parameters().tensors()));
    return logits.shareAbove(0).item();
  }
}
