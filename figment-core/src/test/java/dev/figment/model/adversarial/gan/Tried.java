package dev.figment.model.adversarial.gan;

import dev.figment.data.Batch;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Losses;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.model.Phase;
import dev.figment.nn.Shape;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A GAN of pairs of numbers whose discriminator is w·x + b, so that everything about it can be
 * worked out by hand: four real examples, of classes 0 and 1.
 */
final class Tried implements AutoCloseable {
  static final int BATCH = 4;
  static final float[] REALS = {1, 2, -1, 0.5f, 3, -2, 0, 1};
  static final long[] CLASSES = {0, 1, 1, 0};

  final Gan gan;
  private final Scope scope = Scope.open();

  private Tried(Gan gan) {
    this.gan = gan;
  }

  /** The recipe with more lines; without optimizers of their own, plain descent at 0.1. */
  static GanRecipe recipe(String more) {
    String optimizer =
        more.contains("optimizer:")
            ? ""
            : "optimizer: {generator: {sgd: 0.1}, discriminator: {sgd: 0.1}}\n";
    String discriminator = more.contains("discriminator: [") ? "" : "discriminator: [{dense: 1}]\n";
    String generator = more.contains("generator: [") ? "" : "generator: [{dense: 2}]\n";
    String reals = more.contains("reals:") ? "" : "reals: full\n";
    String all = "latent: 3\n" + generator + reals + discriminator + optimizer + more;
    return (GanRecipe) RecipeText.read("gan:\n" + all.indent(2), ModelRecipe.class);
  }

  static Tried of(String more) {
    ExampleForm form = new ExampleForm(Shape.vector(2), List.of("a", "b"), Range.MINUS_ONE_TO_ONE);
    return new Tried((Gan) recipe(more).create(setup(form)));
  }

  private static ModelContext setup(ExampleForm form) {
    int[] labels = Arrays.stream(CLASSES).mapToInt(each -> (int) each).toArray();
    ImageSet set = ImageSet.ofFloats("tried", form.shape(), form.classes(), labels, REALS.clone());
    return new ModelContext(form, BATCH, new RandomStreams(1), Device.CPU, set);
  }

  static Batch reals() {
    return new Batch(Tensor.of(REALS, BATCH, 2), Tensor.ofLongs(CLASSES, BATCH), BATCH);
  }

  Phase phase(String name) {
    return gan.phases().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  Losses losses(String phase) {
    return phase(phase).objective().of(reals());
  }

  double total(String phase) {
    return losses(phase).total().item();
  }

  void step(String phase) {
    Phase each = phase(phase);
    Tensor total = each.objective().of(reals()).total();
    each.optimizer().step(Gradients.of(total, each.parameters().tensors()));
  }

  float[] weights(String network, String parameter) {
    return tensor(network, parameter).toArray();
  }

  Tensor tensor(String network, String parameter) {
    return gan.networks().stream()
        .filter(each -> each.architecture().name().equals(network))
        .findFirst()
        .orElseThrow()
        .parameters()
        .get(parameter);
  }

  /** Sets a parameter. */
  void set(String network, String parameter, float... values) {
    Tensor tensor = tensor(network, parameter);
    tensor.detached().copyFrom(Tensor.of(values, tensor.shape()));
  }

  @Override
  public void close() {
    scope.close();
    gan.close();
  }
}
