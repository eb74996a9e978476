package dev.figment.model.adversarial.style;

import dev.figment.nn.Architecture;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Equalized;
import dev.figment.nn.Layer;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.nn.SideInput;
import dev.figment.tensor.Pooling;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a style for each layer to images. Two layers at each resolution are given one: with
 * {@link Modulation#ADAIN} the constant and each convolution, with {@link Modulation#DEMODULATION}
 * each convolution and the last picture, the others sharing theirs with the convolution that comes
 * next.
 */
record Synthesis(Network network, Modulation modulation) {

  /** How many layers are given a style. */
  static int layers(List<Integer> channels) {
    return 2 * channels.size();
  }

  static Architecture architecture(String name, StyleRecipe recipe, int colors) {
    List<Integer> channels = recipe.channels();
    Modulation modulation = recipe.modulation();
    int style = recipe.style();
    boolean sums = modulation == Modulation.DEMODULATION;
    List<Layer> layers = new ArrayList<>();
    layers.add(new StyledConstant(channels.get(0), style, modulation));
    for (int i = 0; i < channels.size(); i++) {
      boolean isLast = i == channels.size() - 1;
      if (i > 0) {
        layers.add(new StyledConvolution(channels.get(i), true, style, modulation, 0));
      }
      int aside = sums && !isLast ? colors : 0;
      layers.add(new StyledConvolution(channels.get(i), false, style, modulation, aside));
    }
    layers.add(
        sums
            ? new ToPicture(colors, style)
            : new Equalized(new Conv2d(colors, 1, 1, Padding.SAME), 1, 1));
    return new Architecture(name, Shape.sequence(layers(channels), style), layers);
  }

  /**
   * @param styles (examples, layers, numbers)
   * @return (examples, colors, height, width)
   */
  Tensor apply(Tensor styles, Pass pass) {
    List<Layer> layers = network.architecture().layers();
    Tensor x = styles;
    Tensor picture = null;
    for (int i = 0; i < layers.size(); i++) {
      x = network.applyLayer(i, x, told(pass, styles, style(i)));
      if (layers.get(i) instanceof StyledConvolution layer && layer.picture() > 0) {
        Parameters own = network.ofLayer(i);
        picture = sum(layer.picture(x, own, told(pass, styles, style(i) + 1)), picture);
      }
    }
    return sum(x, picture).toFloats();
  }

  /** A picture and the one of half its size before it, or null. */
  private static Tensor sum(Tensor picture, @Nullable Tensor before) {
    return before == null ? picture : picture.plus(Pooling.bilinear(before, 2));
  }

  /** Which style is a layer's own; the picture on its side has the next one. */
  private int style(int layer) {
    return modulation == Modulation.ADAIN ? layer : layer - 1;
  }

  /** The pass with one of the styles, for layers that have one. */
  private static Pass told(Pass pass, Tensor styles, int which) {
    if (which < 0 || which >= styles.size(1)) {
      return pass;
    }
    Tensor style = styles.narrow(1, which, 1).reshape(styles.size(0), styles.size(2));
    return pass.with(SideInput.STYLE, style);
  }
}
