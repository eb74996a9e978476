package dev.figment.latent;

import dev.figment.tensor.Doubles;
import dev.figment.tensor.LinearAlgebra;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The densities of a mixture's components, made ready for many points; of the scope that was open
 * then. With Lₖ·Lₖᵀ = Σₖ and Wₖ = Lₖ⁻ᵀ, (x − μₖ)·Wₖ has the covariance 1. All Wₖ stand side by
 * side, so that one product whitens points for all components; x and μ are taken from a middle on,
 * so that it loses no digits.
 */
final class Densities {
  private final int components;
  private final int size;
  private final Tensor middle;
  private final Tensor whitening;
  private final Tensor means;
  private final Tensor constants;

  private Densities(List<Gaussian> mixture, double[] middle) {
    this.components = mixture.size();
    this.size = middle.length;
    this.middle = Doubles.of(middle, size);
    List<Tensor> matrices = new ArrayList<>();
    List<Tensor> whitened = new ArrayList<>();
    double[] logs = new double[components];
    for (int k = 0; k < components; k++) {
      Tensor root = LinearAlgebra.cholesky(square(mixture.get(k).covariance()));
      Tensor matrix = LinearAlgebra.solveLower(root, one()).permute(1, 0);
      matrices.add(matrix);
      whitened.add(Doubles.of(mixture.get(k).mean(), 1, size).minus(this.middle).matmul(matrix));
      logs[k] = Math.log(mixture.get(k).weight()) - root.diagonal().log().sum().item();
    }
    this.whitening = Tensor.concatenate(1, matrices);
    this.means = Tensor.concatenate(1, whitened);
    this.constants = Doubles.of(logs, components).shift(-size / 2.0 * Math.log(2 * Math.PI));
  }

  static Densities of(List<Gaussian> mixture) {
    double[] middle = new double[mixture.get(0).size()];
    for (Gaussian each : mixture) {
      double[] mean = each.mean();
      for (int i = 0; i < middle.length; i++) {
        middle[i] += each.weight() * mean[i];
      }
    }
    return new Densities(mixture, middle);
  }

  private Tensor square(double[] numbers) {
    return Doubles.of(numbers, size, size);
  }

  private Tensor one() {
    Tensor one = Doubles.zeros(size, size);
    one.diagonal().fill(1);
    return one;
  }

  /**
   * log wₖ + log N(x; μₖ, Σₖ) = −½·‖(x − μₖ)·Wₖ‖² + log wₖ + log|Wₖ| − (size/2)·log 2π.
   *
   * @param x (points, size), float64
   * @return (points, components)
   */
  Tensor logJoint(Tensor x) {
    try (Scope scope = Scope.open()) {
      Tensor white = x.minus(middle).matmul(whitening).minus(means);
      Tensor squares = white.reshape(x.size(0), components, size).square();
      return scope.keep(squares.sum(new long[] {2}, false).scale(-0.5).add(constants, 1));
    }
  }
}
