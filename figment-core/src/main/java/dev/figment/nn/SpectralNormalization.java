package dev.figment.nn;

import dev.figment.tensor.Autocast;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dense or convolutional layer whose weight W is divided by its largest singular value σ, W as a
 * matrix of (outputs, the rest): a dense one then lengthens no difference, and a convolutional one
 * by no more than √ of the windows that a pixel lies in. σ ≈ uᵀWv by the power method: each pass in
 * training takes one step v ← Wᵀu/‖Wᵀu‖, u ← Wv/‖Wv‖ and saves u with the weights; in use u stays.
 * The loss is differentiated through σ with u and v given.
 *
 * @param layer a layer with a {@code weight} of its own; its bias is left alone
 * @see <a href="https://arxiv.org/abs/1802.05957">Miyato et al. 2018, algorithm 1</a> (no
 *     difference; a transposed convolution is taken along its outputs too)
 */
public record SpectralNormalization(Layer layer) implements Wrapper {
  private static final double EPSILON = 1e-12;

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    Kernel kernel = Kernel.of(layer);
    long outputs = kernel.spec(layer, input).shape()[kernel.outputAxis()];
    List<ParameterSpec> specs = new ArrayList<>(innerParameters(input));
    specs.add(ParameterSpec.statistic("u", SpectralNormalization::direction, outputs));
    return specs;
  }

  private static float[] direction(RandomStream stream, long... shape) {
    return new Initializer.Orthogonal().draw(stream, shape[0], 1);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Parameters inner = own.within(INNER);
    String name = Kernel.of(layer).name();
    Tensor weight = inner.get(name);
    Tensor sigma = exactSigma(asMatrix(weight), own.get("u"), pass.isTraining());
    return layer.apply(x, inner.with(name, weight.dividedBy(sigma)), pass);
  }

  private Tensor asMatrix(Tensor weight) {
    boolean isTransposed = Kernel.of(layer).outputAxis() == 1;
    Tensor outputsFirst = isTransposed ? weight.permute(1, 0, 2, 3) : weight;
    return outputsFirst.reshape(outputsFirst.size(0), -1);
  }

  /** Of float32's digits: what σ lacks, each pass would bring to u anew. */
  private static Tensor exactSigma(Tensor matrix, Tensor saved, boolean learns) {
    try (Autocast off = Autocast.off()) {
      return sigma(matrix, saved, learns);
    }
  }

  private static Tensor sigma(Tensor matrix, Tensor saved, boolean learns) {
    Tensor u = saved.copy();
    Tensor v;
    try (Gradients.Paused paused = Gradients.pause()) {
      v = unit(u.reshape(1, -1).matmul(matrix).reshape(-1));
      if (learns) {
        u = unit(matrix.matmul(v));
        saved.copyFrom(u);
      }
    }
    return u.times(matrix.matmul(v)).sum();
  }

  private static Tensor unit(Tensor x) {
    return x.dividedBy(x.norm(new long[] {0}, true).clamp(EPSILON, Double.POSITIVE_INFINITY));
  }

  @Override
  public Optional<Layer> logits() {
    return layer.logits().map(SpectralNormalization::new);
  }
}
