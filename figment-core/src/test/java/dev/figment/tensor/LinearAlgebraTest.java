package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.tensor.LinearAlgebra.Eigen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearAlgebraTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static Tensor positive(int size) {
    Tensor root = Doubles.of(Noise.normal(RandomStream.named("matrix", size), 2 * size, size));
    return root.permute(1, 0).matmul(root);
  }

  private static double largestDifference(Tensor a, Tensor b) {
    double largest = 0;
    for (double each : Doubles.toArray(a.minus(b))) {
      largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }

  @Test
  void the_eigenvalues_of_two_by_two_are_those_of_the_formula() {
    Eigen eigen = LinearAlgebra.symmetricEigen(Doubles.of(new double[] {2, 1, 1, 2}, 2, 2));

    assertThat(Doubles.toArray(eigen.values())).containsExactly(new double[] {1, 3}, within(1e-14));
    double[] vectors = Doubles.toArray(eigen.vectors());
    assertThat(Math.abs(vectors[1])).isCloseTo(Math.sqrt(0.5), within(1e-14));
    assertThat(vectors[1]).isEqualTo(vectors[3], within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300})
  void eigenvectors_are_orthonormal_and_give_the_matrix_back(int size) {
    Tensor a = positive(size);
    Eigen eigen = LinearAlgebra.symmetricEigen(a);
    Tensor v = eigen.vectors();

    Tensor back = v.times(eigen.values()).matmul(v.permute(1, 0));
    assertThat(largestDifference(back, a)).isLessThan(1e-11 * size);
    Tensor one = Doubles.zeros(size, size);
    one.diagonal().fill(1);
    assertThat(largestDifference(v.permute(1, 0).matmul(v), one)).isLessThan(1e-13 * size);
    assertThat(Doubles.toArray(eigen.values())).isSorted();
  }

  @Test
  void eigenvalues_alone_are_the_same() {
    Tensor a = positive(30);
    assertThat(Doubles.toArray(LinearAlgebra.symmetricEigenvalues(a)))
        .containsExactly(Doubles.toArray(LinearAlgebra.symmetricEigen(a).values()), within(1e-11));
  }

  @Test
  void only_the_lower_triangle_is_read() {
    Eigen eigen = LinearAlgebra.symmetricEigen(Doubles.of(new double[] {2, 99, 1, 2}, 2, 2));

    assertThat(Doubles.toArray(eigen.values())).containsExactly(new double[] {1, 3}, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 30})
  void a_root_is_lower_triangular_and_its_square_is_the_matrix(int size) {
    Tensor a = positive(size);
    Tensor root = LinearAlgebra.cholesky(a);

    assertThat(largestDifference(root.matmul(root.permute(1, 0)), a)).isLessThan(1e-12 * size);
    double[] numbers = Doubles.toArray(root);
    for (int row = 0; row < size; row++) {
      for (int column = row + 1; column < size; column++) {
        assertThat(numbers[row * size + column]).isZero();
      }
    }
  }

  @Test
  void what_solves_a_triangle_gives_the_right_side_back() {
    Tensor root = LinearAlgebra.cholesky(positive(6));
    Tensor b = Doubles.of(Noise.normal(RandomStream.named("b", 1), 6, 3));

    Tensor x = LinearAlgebra.solveLower(root, b);
    assertThat(largestDifference(root.matmul(x), b)).isLessThan(1e-13);
  }

  @Test
  void a_matrix_that_has_no_root_is_refused() {
    assertThatThrownBy(() -> LinearAlgebra.cholesky(Doubles.of(new double[] {1, 2, 2, 1}, 2, 2)))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("cholesky on double[2, 2]: ")
        .hasMessageContaining("not positive-definite");
  }
}
