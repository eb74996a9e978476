package dev.figment.latent;

import dev.figment.tensor.Doubles;
import dev.figment.tensor.LinearAlgebra;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * The densities of a mixture's components, made ready for many points; of the scope that was open
 * then.
 */
final class Densities {
  /** (x − μ)·W has the covariance 1, where W = L⁻ᵀ; the constant is what else is in log(w·p). */
  private record Whitening(Tensor mean, Tensor matrix, double constant) {
    static Whitening of(Gaussian component) {
      int size = component.size();
      Tensor root = LinearAlgebra.cholesky(Doubles.of(component.covariance(), size, size));
      Tensor one = Doubles.zeros(size, size);
      one.diagonal().fill(1);
      double constant =
          Math.log(component.weight())
              - root.diagonal().log().sum().item()
              - size / 2.0 * Math.log(2 * Math.PI);
      return new Whitening(
          Doubles.of(component.mean(), size),
          LinearAlgebra.solveLower(root, one).permute(1, 0),
          constant);
    }

    /** log w + log N(x; μ, Σ) = −½·‖(x − μ)·W‖² + log w + log|W| − (size/2)·log 2π. */
    Tensor logJoint(Tensor x) {
      Tensor white = x.minus(mean).matmul(matrix);
      return white.square().sum(new long[] {1}, true).scale(-0.5).shift(constant);
    }
  }

  private final List<Whitening> components;

  private Densities(List<Whitening> components) {
    this.components = components;
  }

  static Densities of(List<Gaussian> components) {
    return new Densities(components.stream().map(Whitening::of).toList());
  }

  /**
   * log wₖ + log N(x; μₖ, Σₖ).
   *
   * @param x (points, size), float64
   * @return (points, components)
   */
  Tensor logJoint(Tensor x) {
    return Tensor.concatenate(1, components.stream().map(each -> each.logJoint(x)).toList());
  }
}
