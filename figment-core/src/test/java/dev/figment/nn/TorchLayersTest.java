package dev.figment.nn;

import static dev.figment.Closeness.assertClose;

import dev.figment.TorchFixture;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that Keras does not have, or has otherwise, in training. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TorchLayersTest {
  private static final Shape IMAGE = Shape.image(3, 2, 4);
  private static final Shape SEQUENCE = Shape.sequence(5, 4);
  private static final Shape VECTOR = Shape.vector(6);

  static List<Arguments> layers() {
    Shape wide = Shape.image(5, 6, 2);
    Layer conv = new Conv2d(4, 3, 1, Padding.VALID);
    Layer transpose = new Conv2dTranspose(5, 4, 2, Padding.SAME);
    return List.of(
        Arguments.of("pixelNormalization-image", new PixelNormalization(1e-8), IMAGE),
        Arguments.of("pixelNormalization-vector", new PixelNormalization(1e-8), VECTOR),
        Arguments.of(
            "minibatchStandardDeviation-image-1", new MinibatchStandardDeviation(4, 1), IMAGE),
        Arguments.of(
            "minibatchStandardDeviation-image-2", new MinibatchStandardDeviation(4, 2), IMAGE),
        Arguments.of(
            "minibatchStandardDeviation-vector-1", new MinibatchStandardDeviation(4, 1), VECTOR),
        Arguments.of(
            "minibatchStandardDeviation-vector-2", new MinibatchStandardDeviation(4, 2), VECTOR),
        Arguments.of("minibatchDiscrimination", new MinibatchDiscrimination(4, 3), VECTOR),
        Arguments.of(
            "virtualBatchNormalization-image", new VirtualBatchNormalization(3, 0.001), IMAGE),
        Arguments.of(
            "virtualBatchNormalization-vector", new VirtualBatchNormalization(3, 0.001), VECTOR),
        Arguments.of(
            "conditionalBatchNormalization-image",
            new ConditionalBatchNormalization(3, 0.8, 1e-4),
            IMAGE),
        Arguments.of(
            "conditionalBatchNormalization-vector",
            new ConditionalBatchNormalization(3, 0.8, 1e-4),
            VECTOR),
        Arguments.of("spectralNormalization-dense", new SpectralNormalization(dense()), VECTOR),
        Arguments.of("spectralNormalization-conv2d", new SpectralNormalization(conv), wide),
        Arguments.of(
            "spectralNormalization-conv2dTranspose",
            new SpectralNormalization(transpose),
            Shape.image(3, 4, 2)),
        Arguments.of("equalized-dense", new Equalized(dense()), VECTOR),
        Arguments.of("equalized-dense-slow", new Equalized(dense(), 1, 0.01), VECTOR),
        Arguments.of("equalized-conv2d", new Equalized(conv, Math.sqrt(2), 0.5), wide),
        Arguments.of("equalized-conv2dTranspose", new Equalized(transpose), Shape.image(3, 4, 3)),
        Arguments.of("silu", new Silu(), IMAGE),
        Arguments.of("groupNormalization-image", new GroupNormalization(2), IMAGE),
        Arguments.of("groupNormalization-sequence", new GroupNormalization(2), SEQUENCE),
        Arguments.of("groupNormalization-vector", new GroupNormalization(2), VECTOR),
        Arguments.of("selfAttention-image-1", new SelfAttention(1), IMAGE),
        Arguments.of("selfAttention-image-2", new SelfAttention(2), IMAGE),
        Arguments.of("selfAttention-sequence-2", new SelfAttention(2), SEQUENCE),
        Arguments.of("selfAttention-sequence-2-mask", new SelfAttention(2), SEQUENCE),
        Arguments.of("timeEmbedding-image", new TimeEmbedding(6, 100), IMAGE),
        Arguments.of("timeEmbedding-sequence", new TimeEmbedding(6, 100), SEQUENCE),
        Arguments.of("timeEmbedding-vector", new TimeEmbedding(6, 100), VECTOR));
  }

  private static Dense dense() {
    return new Dense(4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void outputs_and_gradients_are_those_of_pytorch(String name, Layer layer, Shape shape) {
    TorchFixture torch = TorchFixture.named(name);
    try (Scope scope = Scope.open();
        Parameters own = parameters(layer, shape, torch)) {
      Tensor x = torch.tensor("input").differentiable();
      Tensor output = layer.apply(x, own, told(training(), torch));
      assertClose("output", output, torch.values("output"));
      Tensor loss = output.times(torch.tensor("output_gradient")).sum();
      assertGradients(torch, loss, x, own.trainable().byName());
    }
  }

  private static void assertGradients(
      TorchFixture torch, Tensor loss, Tensor x, Map<String, Tensor> weights) {
    List<Tensor> variables = new ArrayList<>(List.of(x));
    variables.addAll(weights.values());
    List<Tensor> gradients = Gradients.of(loss, variables);
    assertClose("input gradient", gradients.get(0), torch.values("gradient.input"));
    int next = 1;
    for (String name : weights.keySet()) {
      assertClose(name, gradients.get(next++), torch.values("gradient." + plain(name)));
    }
  }

  private static Pass training() {
    return Pass.training(RandomStream.named("dropout", 1)).with(SideInput.REFERENCE, 3);
  }

  private static Pass told(Pass pass, TorchFixture torch) {
    return pass.with(SideInput.CLASSES, orNone(torch, "classes"))
        .with(SideInput.TIME, orNone(torch, "time"))
        .with(SideInput.MASK, orNone(torch, "mask"));
  }

  private static Tensor orNone(TorchFixture torch, String name) {
    return torch.names().contains(name) ? torch.tensor(name) : null;
  }

  private static Parameters parameters(Layer layer, Shape shape, TorchFixture torch) {
    Parameters own =
        Parameters.create(layer.parameters(shape), RandomStream.named("init", 1), Device.CPU);
    own.byName()
        .forEach(
            (name, tensor) -> {
              if (torch.names().contains(plain(name))) {
                tensor.detached().copyFrom(torch.tensor(plain(name)));
              }
            });
    return own;
  }

  private static String plain(String name) {
    return name.replace("layer.", "");
  }

  static Stream<Arguments> normalizing() {
    return layers().stream().filter(each -> each.get()[1] instanceof VirtualBatchNormalization);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("normalizing")
  void the_references_statistics_are_saved_and_serve_in_use(String name, Layer layer, Shape shape) {
    TorchFixture torch = TorchFixture.named(name);
    try (Scope scope = Scope.open();
        Parameters own = parameters(layer, shape, torch)) {
      own.get("reference_mean").fill(7);
      Tensor x = torch.tensor("input");
      Tensor trained = layer.apply(x, own, training());
      assertClose("mean", own.get("reference_mean"), torch.values("reference_mean"));
      assertClose("variance", own.get("reference_var"), torch.values("reference_var"));
      Tensor used = layer.apply(x.narrow(0, 3, 5), own, Pass.inference());
      assertClose("used", used, trained.narrow(0, 3, 5).toArray());
    }
  }

  static Stream<Arguments> conditional() {
    return layers().stream().filter(each -> each.get()[1] instanceof ConditionalBatchNormalization);
  }

  /** PyTorch's running variance takes n/(n − 1) of the batch's. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("conditional")
  void running_statistics_are_those_of_pytorch_but_for_its_n_minus_1(
      String name, ConditionalBatchNormalization layer, Shape shape) {
    TorchFixture torch = TorchFixture.named(name);
    try (Scope scope = Scope.open();
        Parameters own = parameters(layer, shape, torch)) {
      Tensor before = own.get("running_var").copy();
      layer.apply(torch.tensor("input"), own, told(training(), torch));
      assertClose("mean", own.get("running_mean"), torch.values("running_mean.after"));
      double count = torch.tensor("input").count() / (double) shape.channels();
      Tensor kept = before.times(layer.momentum());
      Tensor added = torch.tensor("running_var.after").minus(kept).times((count - 1) / count);
      assertClose("variance", own.get("running_var"), kept.plus(added).toArray());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditional")
  void in_use_running_statistics_serve_as_in_pytorch(String name, Layer layer, Shape shape) {
    TorchFixture torch = TorchFixture.named(name);
    try (Scope scope = Scope.open();
        Parameters own = parameters(layer, shape, torch)) {
      Tensor used = layer.apply(torch.tensor("input"), own, told(Pass.inference(), torch));
      assertClose("used", used, torch.values("used"));
    }
  }

  static Stream<Arguments> spectral() {
    return layers().stream().filter(each -> each.get()[1] instanceof SpectralNormalization);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spectral")
  void each_pass_in_training_takes_one_power_step(String name, Layer layer, Shape shape) {
    TorchFixture torch = TorchFixture.named(name);
    Pass pass = Pass.training(RandomStream.named("dropout", 1));
    try (Scope scope = Scope.open();
        Parameters own = parameters(layer, shape, torch)) {
      layer.apply(torch.tensor("input"), own, pass);
      assertClose("u", own.get("u"), torch.values("u.after"));
      Tensor again = layer.apply(torch.tensor("input"), own, pass);
      assertClose("u", own.get("u"), torch.values("u.again"));
      assertClose("output", again, torch.values("output.again"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spectral")
  void after_many_passes_the_weight_is_divided_by_its_largest_singular_value(
      String name, Layer layer, Shape shape) {
    TorchFixture torch = TorchFixture.named(name);
    Layer inside = ((SpectralNormalization) layer).layer();
    try (Scope scope = Scope.open();
        Parameters own = parameters(layer, shape, torch)) {
      for (int i = 0; i < 200; i++) {
        layer.apply(torch.tensor("input"), own, Pass.training(RandomStream.named("dropout", 1)));
      }
      float[] u = own.get("u").toArray();
      Tensor output = layer.apply(torch.tensor("input"), own, Pass.inference());
      Parameters divided =
          own.within("layer")
              .with("weight", torch.tensor("weight").dividedBy(torch.tensor("sigma")));
      Tensor expected = inside.apply(torch.tensor("input"), divided, Pass.inference());
      assertClose("output", output, expected.toArray());
      assertClose("u stays in use", own.get("u"), u);
    }
  }
}
