package dev.figment.recipe;

import dev.figment.nn.Activation;
import dev.figment.nn.BatchNormalization;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Conv2dTranspose;
import dev.figment.nn.Dense;
import dev.figment.nn.Dropout;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Padding;
import dev.figment.nn.Relu;
import dev.figment.nn.Reshape;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a {@link RecipeDraft}: convolutions that halve an image until it is small, and
 * those that double it again. Channels double as images become smaller, up to 256.
 *
 * @param channels of an image
 */
record DraftLayers(DraftSize size, int channels) {
  private static final int KERNEL = 4; // divides by the stride: no checkerboard
  private static final int FEWEST = 32;
  private static final int MOST = 256;
  private static final int HIDDEN = 256;
  private static final double MOMENTUM = 0.9;

  /** From random numbers to an image in [-1, 1], normalized by batches. */
  List<Layer> generator() {
    List<Layer> layers = new ArrayList<>(List.of(new Dense(firstCount())));
    layers.addAll(normalized());
    layers.add(first());
    for (int i = 1; i <= size.doublings(); i++) {
      layers.add(new Conv2dTranspose(filters(i), KERNEL, 2, Padding.SAME));
      layers.addAll(normalized());
    }
    layers.add(last(Activation.TANH));
    return layers;
  }

  private static List<Layer> normalized() {
    return List.of(new BatchNormalization(MOMENTUM, 0.001), new Relu());
  }

  /** From an image to the probability that it is real. */
  List<Layer> discriminator() {
    List<Layer> layers = new ArrayList<>();
    for (int i = size.doublings() - 1; i >= 0; i--) {
      layers.add(new Conv2d(filters(i), KERNEL, 2, Padding.SAME));
      layers.add(new LeakyRelu(0.2));
      layers.add(new Dropout(0.3));
    }
    layers.add(new Flatten());
    layers.add(new Dense(1, Activation.SIGMOID));
    return layers;
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

  /** Where an image was doubled so often. */
  private int filters(int doubled) {
    return Math.min(MOST, FEWEST << size.doublings() - doubled);
  }
}
