package dev.figment.tensor;

import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.global.torch;

/**
 * Factors of symmetric matrices, by LAPACK. Meant for float64 (see {@link Doubles}): in float32
 * half of the digits of a covariance are lost.
 */
public final class LinearAlgebra {
  private LinearAlgebra() {}

  /**
   * A = V·diag(λ)·Vᵀ.
   *
   * @param values λ, (n), from the lowest to the highest
   * @param vectors V, (n, n): column i belongs to value i; orthonormal, signs as they come
   */
  public record Eigen(Tensor values, Tensor vectors) {}

  /**
   * The eigenvalues and eigenvectors of a symmetric matrix.
   *
   * @param a (n, n) of finite values; only its lower triangle is read
   * @throws EngineException if the search for them does not converge
   */
  public static Eigen symmetricEigen(Tensor a) {
    T_TensorTensor_T both =
        Engine.get("symmetricEigen", () -> torch.linalg_eigh(a.nativeTensor(), "L"), a);
    return new Eigen(Tensor.wrapPart(both.get0()), Tensor.wrapPart(both.get1()));
  }

  /**
   * The eigenvalues alone, in a part of the time.
   *
   * @param a as in {@link #symmetricEigen}
   * @return (n), from the lowest to the highest
   * @throws EngineException if the search for them does not converge
   */
  public static Tensor symmetricEigenvalues(Tensor a) {
    return Engine.call(
        "symmetricEigenvalues", () -> torch.linalg_eigvalsh(a.nativeTensor(), "L"), a);
  }

  /**
   * The lower triangular L with A = L·Lᵀ.
   *
   * @param a (n, n), symmetric and positive definite; only its lower triangle is read
   * @throws EngineException if it is not positive definite
   */
  public static Tensor cholesky(Tensor a) {
    return Engine.call("cholesky", () -> torch.linalg_cholesky(a.nativeTensor()), a);
  }

  /**
   * The X that solves L·X = B.
   *
   * @param lower L, (n, n); only its lower triangle is read
   * @param b (n, columns)
   */
  public static Tensor solveLower(Tensor lower, Tensor b) {
    return Engine.call(
        "solveLower",
        () ->
            torch.linalg_solve_triangular(
                lower.nativeTensor(), b.nativeTensor(), false, true, false),
        lower,
        b);
  }
}
