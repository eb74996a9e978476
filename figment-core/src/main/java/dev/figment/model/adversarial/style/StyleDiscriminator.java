package dev.figment.model.adversarial.style;

import dev.figment.model.adversarial.Discriminator;
import dev.figment.model.adversarial.DiscriminatorOutput;
import dev.figment.model.adversarial.HiddenFeatures;
import dev.figment.nn.Activation;
import dev.figment.nn.Architecture;
import dev.figment.nn.AveragePooling2d;
import dev.figment.nn.BatchDependence;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Dense;
import dev.figment.nn.Equalized;
import dev.figment.nn.Flatten;
import dev.figment.nn.Initializer;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.MinibatchStandardDeviation;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Residual;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers from an image to one number: a residual block for each halving, down to 4×4, where
 * images of a group are compared. All at an equalized learning rate; a block's ways are scaled by
 * √½ so that their sum keeps its size.
 *
 * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, section 4.1</a>. There an
 *     image is halved by a blur and stride 2 in the convolution; here by the mean of 2×2 before it,
 *     a quarter of the work
 */
record StyleDiscriminator(Network layers) implements Discriminator {
  private static final double SLOPE = 0.2;

  @Override
  public DiscriminatorOutput apply(Tensor x, @Nullable Tensor classes, Pass pass) {
    return new DiscriminatorOutput(layers.apply(x, pass));
  }

  /** As {@link dev.figment.model.Invertible#features}. */
  Tensor features(Tensor x) {
    int end = HiddenFeatures.end(layers.architecture());
    return HiddenFeatures.flat(layers.applyPart(0, end, x, Pass.inference()));
  }

  @Override
  public boolean dependsOnBatch() {
    return layers.architecture().batchDependence() != BatchDependence.NONE;
  }

  @Override
  public Parameters parameters() {
    return layers.parameters();
  }

  static Architecture architecture(StyleRecipe recipe, Shape image) {
    List<Integer> channels = recipe.channels();
    int last = channels.size() - 1;
    List<Layer> layers = new ArrayList<>();
    layers.add(new Equalized(new Conv2d(channels.get(last), 1, 1, Padding.SAME)));
    layers.add(new LeakyRelu(SLOPE));
    for (int i = last; i > 0; i--) {
      layers.add(halving(channels.get(i), channels.get(i - 1)));
    }
    layers.addAll(ending(channels.get(0), recipe.group()));
    return new Architecture("discriminator", image, layers);
  }

  private static Residual halving(int from, int to) {
    Initializer glorot = new Initializer.GlorotUniform();
    Conv2d plain = new Conv2d(to, 1, 1, Padding.SAME, Activation.LINEAR, false, glorot);
    return new Residual(
        List.of(
            new Equalized(new Conv2d(from, 3, 1, Padding.SAME)),
            new LeakyRelu(SLOPE),
            half(),
            new Equalized(new Conv2d(to, 3, 1, Padding.SAME), 1, 1), // √2 of the ReLU · √½
            new LeakyRelu(SLOPE)),
        List.of(half(), new Equalized(plain, Math.sqrt(0.5), 1)));
  }

  private static AveragePooling2d half() {
    return new AveragePooling2d(2, 2, Padding.VALID);
  }

  private static List<Layer> ending(int channels, int group) {
    return List.of(
        new MinibatchStandardDeviation(group, 1),
        new Equalized(new Conv2d(channels, 3, 1, Padding.SAME)),
        new LeakyRelu(SLOPE),
        new Flatten(),
        new Equalized(new Dense(channels)),
        new LeakyRelu(SLOPE),
        new Equalized(new Dense(1), 1, 1));
  }
}
