package dev.figment.nn;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All layers that recipes can name: the ones here, and those that other libraries bring. */
public final class Layers {
  private static final List<Class<? extends Layer>> OWN =
      List.of(
          ActivityRegularization.class,
          AveragePooling2d.class,
          BatchNormalization.class,
          ConditionalBatchNormalization.class,
          Conv2d.class,
          Conv2dTranspose.class,
          Dense.class,
          DenseTranspose.class,
          Dropout.class,
          Elu.class,
          Embedding.class,
          Equalized.class,
          Flatten.class,
          GaussianNoise.class,
          LeakyRelu.class,
          Linear.class,
          Lstm.class,
          MaxPooling2d.class,
          MinibatchDiscrimination.class,
          MinibatchStandardDeviation.class,
          PixelNormalization.class,
          Relu.class,
          RepeatVector.class,
          Reshape.class,
          Residual.class,
          Selu.class,
          Sigmoid.class,
          Softmax.class,
          Softplus.class,
          Sparsity.class,
          SpectralNormalization.class,
          Tanh.class,
          TimeDistributed.class,
          UpSampling2d.class,
          VirtualBatchNormalization.class);

  private Layers() {}

  public static Map<String, Class<? extends Layer>> byName() {
    Map<String, Class<? extends Layer>> layers = new TreeMap<>();
    for (Class<? extends Layer> own : OWN) {
      layers.put(nameOf(own), own);
    }
    ServiceLoader.load(LayerCatalogue.class).forEach(each -> layers.putAll(each.layers()));
    return Collections.unmodifiableMap(layers);
  }

  /** The record's name, as recipes and summaries write it: {@code conv2d}. */
  static String nameOf(Class<? extends Layer> layer) {
    String name = layer.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
