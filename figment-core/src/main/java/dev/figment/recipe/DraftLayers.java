package dev.figment.recipe;

import dev.figment.nn.Activation;
import dev.figment.nn.BatchNormalization;
import dev.figment.nn.ConditionalBatchNormalization;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Conv2dTranspose;
import dev.figment.nn.Dense;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Padding;
import dev.figment.nn.Reshape;
import dev.figment.nn.SpectralNormalization;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a {@link RecipeDraft}: convolutions that halve an image until it is small, and
 * those that double it again. Channels double as images become smaller. Those of a GAN are the thin
 * ones of the recipe {@code mnist-best}, so that many steps fit into minutes of a CPU.
 *
 * @param channels of an image
 * @param classes that a GAN is told; 0 for none
 */
record DraftLayers(DraftSize size, int channels, int classes) {
  private static final int KERNEL = 4; // divides by the stride: no checkerboard
  private static final int SMALLEST = 4;
  private static final int FEWEST = 32;
  private static final int MOST = 256;
  private static final int MOST_THIN = 128;
  private static final int HIDDEN = 256;
  private static final double MOMENTUM = 0.9;
  private static final double SLOPE = 0.2;

  /** From random numbers to an image in [-1, 1], normalized by batches, of each class its own. */
  List<Layer> generator() {
    List<Layer> layers = new ArrayList<>();
    int first = thin(size.doublings() - 1);
    layers.add(new Dense(size.firstHeight() * size.firstWidth() * first));
    layers.add(new Reshape(size.firstHeight(), size.firstWidth(), first));
    layers.addAll(normalized());
    for (int left = size.doublings() - 2; left >= 0; left--) {
      layers.add(new Conv2dTranspose(thin(left), KERNEL, 2, Padding.SAME));
      layers.addAll(normalized());
    }
    layers.addAll(lastOfGenerator());
    return layers;
  }

  private List<Layer> normalized() {
    Layer normalization =
        classes == 0
            ? new BatchNormalization(MOMENTUM, 0.001)
            : new ConditionalBatchNormalization(classes);
    return List.of(normalization, new LeakyRelu(SLOPE));
  }

  private List<Layer> lastOfGenerator() {
    if (size.cut() == 0) {
      return List.of(
          new Conv2dTranspose(channels, KERNEL, 2, Padding.SAME).withActivation(Activation.TANH));
    }
    List<Layer> layers = new ArrayList<>();
    layers.add(new Conv2dTranspose(FEWEST / 2, KERNEL, 2, Padding.SAME));
    layers.addAll(normalized());
    layers.add(last(Activation.TANH));
    return layers;
  }

  /**
   * From an image to a score, unbounded. Where there are classes, their projection is the last
   * layer.
   */
  List<Layer> discriminator() {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < halvings(); i++) {
      layers.add(new SpectralNormalization(new Conv2d(thin(i), KERNEL, 2, Padding.SAME)));
      layers.add(new LeakyRelu(SLOPE));
    }
    layers.add(new Flatten());
    if (classes == 0) {
      layers.add(new SpectralNormalization(new Dense(1)));
    }
    return layers;
  }

  /** How often the discriminator halves an image. */
  int halvings() {
    int halvings = 1;
    int side = (Math.min(size.height(), size.width()) + 1) / 2;
    for (; (side + 1) / 2 >= SMALLEST; side = (side + 1) / 2) {
      halvings++;
    }
    return halvings;
  }

  /** From an image to a few hundred numbers. */
  List<Layer> encoder() {
    List<Layer> layers = new ArrayList<>();
    for (int i = size.doublings() - 1; i >= 0; i--) {
      layers.add(new Conv2d(filters(i), KERNEL, 2, Padding.SAME).withActivation(Activation.ELU));
    }
    layers.add(new Flatten());
    layers.add(new Dense(HIDDEN, Activation.ELU));
    return layers;
  }

  /** From a coding to an image in [0, 1]. */
  List<Layer> decoder() {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Dense(HIDDEN, Activation.ELU));
    layers.add(new Dense(firstCount(), Activation.ELU));
    layers.add(first());
    for (int i = 1; i <= size.doublings(); i++) {
      layers.add(
          new Conv2dTranspose(filters(i), KERNEL, 2, Padding.SAME).withActivation(Activation.ELU));
    }
    layers.add(last(Activation.SIGMOID));
    return layers;
  }

  private int firstCount() {
    return size.firstHeight() * size.firstWidth() * filters(0);
  }

  private Reshape first() {
    return new Reshape(size.firstHeight(), size.firstWidth(), filters(0));
  }

  /** To colors; its window cuts off what doubling gave too much. */
  private Layer last(Activation activation) {
    Conv2d colors =
        size.cut() == 0
            ? new Conv2d(channels, 3, 1, Padding.SAME)
            : new Conv2d(channels, size.cut() + 1, 1, Padding.VALID);
    return colors.withActivation(activation);
  }

  /** Of a GAN, where an image was halved once and so often more. */
  private static int thin(int halved) {
    return Math.min(MOST_THIN, FEWEST << Math.min(halved, 8));
  }

  /** Of the others, where an image was doubled so often. */
  private int filters(int doubled) {
    return Math.min(MOST, FEWEST << size.doublings() - doubled);
  }
}
