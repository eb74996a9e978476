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
import dev.figment.tensor.Pooling;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

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
   * @return (examples, colours, height, width)
   */
  Tensor apply(Tensor styles, Pass pass) {
    List<Layer> layers = network.architecture().layers();
    Tensor x = styles;
    Tensor picture = null;
    for (int i = 0; i < layers.size(); i++) {
      Parameters own = lent(i, styles);
      x = layers.get(i).apply(x, own, pass);
      if (layers.get(i) instanceof StyledConvolution layer && layer.picture() > 0) {
        picture = sum(layer.picture(x, own, pass), picture);
      }
    }
    return sum(x, picture);
  }

  /** A picture and the one of half its size before it, or null. */
  private static Tensor sum(Tensor picture, Tensor before) {
    return before == null ? picture : picture.plus(Pooling.bilinear(before, 2));
  }

  /** A layer's parameters with its style among them, and that of the picture on its side. */
  private Parameters lent(int layer, Tensor styles) {
    int own = modulation == Modulation.ADAIN ? layer : layer - 1;
    Network lent = lend(network, layer, Epilogue.STYLE, styles, own);
    return lend(lent, layer, StyledConvolution.PICTURE_STYLE, styles, own + 1).ofLayer(layer);
  }

  private static Network lend(Network to, int layer, String name, Tensor styles, int which) {
    if (which < 0 || which >= styles.size(1)) {
      return to;
    }
    Tensor style = styles.narrow(1, which, 1).reshape(styles.size(0), styles.size(2));
    return to.borrowing(layer, name, style);
  }
}
