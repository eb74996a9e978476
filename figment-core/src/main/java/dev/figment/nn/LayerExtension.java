package dev.figment.nn;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import java.util.List;

/** The layers and initializers of this package, for recipes to name. */
public final class LayerExtension implements Extension {
  private static final List<Class<? extends Layer>> LAYERS =
      List.of(
          ActivityRegularization.class,
          AveragePooling2d.class,
          BatchNormalization.class,
          Concatenate.class,
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
          GroupNormalization.class,
          LeakyRelu.class,
          Linear.class,
          Lstm.class,
          MaxPooling2d.class,
          MinibatchDiscrimination.class,
          MinibatchStandardDeviation.class,
          Parallel.class,
          PixelNormalization.class,
          Relu.class,
          RepeatVector.class,
          Reshape.class,
          Residual.class,
          SelfAttention.class,
          Selu.class,
          Sigmoid.class,
          Silu.class,
          Softmax.class,
          Softplus.class,
          Sparsity.class,
          SpectralNormalization.class,
          Tanh.class,
          TimeDistributed.class,
          TimeEmbedding.class,
          UpSampling2d.class,
          VirtualBatchNormalization.class);

  private static final List<Class<? extends Initializer>> INITIALIZERS =
      List.of(
          Initializer.Zeros.class,
          Initializer.Ones.class,
          Initializer.GlorotUniform.class,
          Initializer.Uniform.class,
          Initializer.Normal.class,
          Initializer.Orthogonal.class);

  @Override
  public void contribute(Contributions to) {
    LAYERS.forEach(each -> to.add(Layer.class, each));
    INITIALIZERS.forEach(each -> to.add(Initializer.class, each));
  }
}
