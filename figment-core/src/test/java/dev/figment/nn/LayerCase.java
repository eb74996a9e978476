package dev.figment.nn;

import java.util.List;

/**
 * A layer of each kind, at least once, with an input that it takes: the row that a new layer adds
 * to inherit the contract.
 */
record LayerCase(Layer layer, Shape input) {
  static List<LayerCase> all() {
    return List.of(
        image(new ActivityRegularization(0.01, 0.02)),
        image(new AveragePooling2d(2, null, Padding.VALID)),
        image(new AveragePooling2d(3, 2, Padding.SAME)),
        image(new BatchNormalization()),
        vector(new BatchNormalization(0.8, 0.01)),
        new LayerCase(new BatchNormalization(0.8, 0.01), Shape.sequence(4, 4)),
        sequence(new BatchNormalization()),
        image(new Concatenate(List.of(new Conv2d(4, 3, 1, Padding.SAME), new Silu()))),
        vector(new Concatenate(List.of(new Dense(5)), List.of(new Tanh()))),
        sequence(new Concatenate(List.of(new Dense(5), new BatchNormalization()))),
        image(new ConditionalBatchNormalization(2)),
        vector(new ConditionalBatchNormalization(3, 0.8, 0.01)),
        sequence(new ConditionalBatchNormalization(2)),
        image(new Conv2d(4, 3, 2, Padding.SAME)),
        image(
            new Conv2d(
                4,
                2,
                1,
                Padding.VALID,
                Activation.SOFTMAX,
                false,
                new Initializer.Normal(0.02, 0.1))),
        image(new Conv2dTranspose(4, 3, 2, Padding.SAME)),
        image(new Conv2dTranspose(2, 1, 3, Padding.VALID).withActivation(Activation.SELU)),
        vector(new Dense(5)),
        sequence(new Dense(5, Activation.TANH, false, new Initializer.Uniform(-1, 1))),
        vector(new DenseTranspose(5, 0, Activation.SELU)),
        image(new Dropout(0.4)),
        vector(new Elu(0.5)),
        new LayerCase(new Embedding(10, 4), Shape.vector(1)),
        vector(new Equalized(new Dense(5))),
        image(new Equalized(new Conv2d(4, 3, 2, Padding.SAME), 1, 0.01)),
        image(new Equalized(new Conv2dTranspose(4, 4, 2, Padding.SAME))),
        image(new Flatten()),
        sequence(new Flatten()),
        image(new GaussianNoise(0.2)),
        image(new GroupNormalization(3, 0.01)),
        image(new GroupNormalization(1)),
        vector(new GroupNormalization(4)),
        sequence(new GroupNormalization(1)),
        image(new LeakyRelu(0.2)),
        image(new Linear()),
        sequence(new Lstm(6, false)),
        sequence(new Lstm(6, true)),
        image(new MaxPooling2d(2, null, Padding.VALID)),
        image(new MaxPooling2d(3, 1, Padding.SAME)),
        vector(new MinibatchDiscrimination(3, 2)),
        image(new MinibatchStandardDeviation(3, 1)),
        image(new MinibatchStandardDeviation(1, 3)),
        vector(new MinibatchStandardDeviation(3, 4)),
        image(
            new Parallel(
                List.of(
                    List.of(new Conv2d(4, 1, 1, Padding.SAME)),
                    List.of(),
                    List.of(new Conv2d(2, 3, 1, Padding.SAME), new Relu())))),
        vector(new Parallel(List.of(List.of(new Dense(12)), List.of(new Tanh())), Merge.ADD)),
        sequence(new Parallel(List.of(List.of(), List.of(new Lstm(2, true))))),
        image(new PixelNormalization(1e-8)),
        vector(new PixelNormalization(1e-8)),
        sequence(new PixelNormalization(1e-8)),
        vector(new Relu()),
        vector(new RepeatVector(3)),
        image(new Reshape(35, 3)),
        vector(new Reshape(2, 3, 2)),
        vector(new Residual(List.of(new Dense(12), new Tanh()))),
        image(
            new Residual(
                List.of(
                    new LeakyRelu(0.2),
                    new Conv2d(4, 3, 1, Padding.SAME),
                    new BatchNormalization(),
                    new AveragePooling2d(2, null, Padding.SAME)),
                List.of(
                    new AveragePooling2d(2, null, Padding.SAME),
                    new SpectralNormalization(new Conv2d(4, 1, 1, Padding.SAME))))),
        image(new SelfAttention(1)),
        image(new SelfAttention(3)),
        sequence(new SelfAttention(3)),
        vector(new Selu()),
        image(new Sigmoid()),
        image(new Silu()),
        vector(new Dense(5, Activation.SILU)),
        image(new Softmax()),
        vector(new Softplus()),
        image(new Sparsity(0.1, 0.05)),
        vector(new SpectralNormalization(new Dense(5))),
        sequence(new SpectralNormalization(new TimeDistributed(new Dense(5)))),
        image(new SpectralNormalization(new Conv2d(4, 3, 2, Padding.SAME))),
        image(new SpectralNormalization(new Conv2dTranspose(4, 4, 2, Padding.SAME))),
        new LayerCase(new SpectralNormalization(new Embedding(10, 4)), Shape.vector(1)),
        sequence(new Tanh()),
        sequence(new TimeDistributed(new Dense(4, Activation.SIGMOID))),
        sequence(new TimeDistributed(new ConditionalBatchNormalization(2))),
        sequence(new TimeDistributed(new TimeEmbedding(2))),
        image(new TimeEmbedding(8)),
        vector(new TimeEmbedding(6, 100)),
        sequence(new TimeEmbedding(4, 50)),
        image(new UpSampling2d(2, UpSampling2d.Interpolation.NEAREST)),
        image(new UpSampling2d(3, UpSampling2d.Interpolation.BILINEAR)),
        image(new VirtualBatchNormalization(2, 0.001)),
        vector(new VirtualBatchNormalization(2, 0.001)));
  }

  private static LayerCase image(Layer layer) {
    return new LayerCase(layer, Shape.image(7, 5, 3));
  }

  private static LayerCase vector(Layer layer) {
    return new LayerCase(layer, Shape.vector(12));
  }

  private static LayerCase sequence(Layer layer) {
    return new LayerCase(layer, Shape.sequence(4, 3));
  }
}
