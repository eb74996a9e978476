package dev.figment.model.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow against automatic differentiation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlowTest {
  private static final int LATENT = 5;
  private static final int CONTEXT = 3;

  private static InverseAutoregressiveFlow flow(int steps, int hidden) {
    FlowRecipe recipe = new FlowRecipe(steps, hidden, CONTEXT);
    InverseAutoregressiveFlow flow =
        InverseAutoregressiveFlow.create(
            InverseAutoregressiveFlow.architectures(LATENT, recipe),
            RandomStream.named("init", 1),
            Device.CPU);
    shake(flow);
    return flow;
  }

  /** Weights far from the identity that a flow starts with. */
  private static void shake(InverseAutoregressiveFlow flow) {
    RandomStream stream = RandomStream.named("shake", 1);
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      for (Network each : flow.networks()) {
        for (Tensor tensor : each.parameters().tensors()) {
          tensor.add(Noise.normal(stream, tensor.shape()), 0.4);
        }
      }
    }
  }

  @Test
  void a_flow_of_a_million_steps_is_refused() {
    assertThatThrownBy(() -> new FlowRecipe(1_000_000, 500, 500))
        .hasMessage("flow: steps must be from 1 to 100, got 1000000");
  }

  private static void close(InverseAutoregressiveFlow flow) {
    flow.networks().forEach(Network::close);
    flow.close();
  }

  private static Tensor point() {
    return Noise.normal(RandomStream.named("z", 3), 1, LATENT).differentiable();
  }

  private static Tensor context() {
    return Noise.normal(RandomStream.named("h", 3), 1, CONTEXT);
  }

  /** ∂outᵢ/∂zⱼ. */
  private static double[][] jacobian(Tensor out, Tensor z) {
    double[][] rows = new double[(int) out.size(1)][];
    for (int i = 0; i < rows.length; i++) {
      float[] row =
          Gradients.differentiable(out.narrow(1, i, 1).sum(), java.util.List.of(z))
              .get(0)
              .toArray();
      rows[i] = new double[row.length];
      for (int j = 0; j < row.length; j++) {
        rows[i][j] = row[j];
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 32})
  void outputs_see_only_the_numbers_before_their_own(int hidden) {
    InverseAutoregressiveFlow flow = flow(1, hidden);
    try (Scope scope = Scope.open()) {
      Tensor z = point();
      Tensor both =
          flow.networks()
              .get(0)
              .apply(
                  Tensor.concatenate(1, java.util.List.of(z, context())),
                  flow.masked(Pass.inference(), 0));
      double[][] jacobian = jacobian(both, z);
      for (int i = 0; i < 2 * LATENT; i++) {
        for (int j = i % LATENT; j < LATENT; j++) {
          assertThat(jacobian[i][j]).as("output %d, number %d", i, j).isZero();
        }
      }
      if (hidden == 32) {
        assertThat(jacobian[LATENT - 1][0]).isNotZero();
        assertThat(jacobian[LATENT - 1][LATENT - 2]).isNotZero();
      }
    } finally {
      close(flow);
    }
  }

  @Test
  void one_step_has_a_triangular_jacobian_with_the_gates_on_its_diagonal() {
    InverseAutoregressiveFlow flow = flow(1, 16);
    try (Scope scope = Scope.open()) {
      Tensor z = point();
      InverseAutoregressiveFlow.Flowed flowed = flow.apply(z, context(), Pass.inference());
      double[][] jacobian = jacobian(flowed.z(), z);
      double logDiagonal = 0;
      for (int i = 0; i < LATENT; i++) {
        for (int j = i + 1; j < LATENT; j++) {
          assertThat(jacobian[i][j]).as("above the diagonal").isZero();
        }
        assertThat(jacobian[i][i]).isBetween(0.0, 1.0);
        logDiagonal += Math.log(jacobian[i][i]);
      }
      assertThat(flowed.logDeterminant().item()).isCloseTo(logDiagonal, offset(1e-4));
    } finally {
      close(flow);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void the_log_determinant_is_that_of_the_whole_jacobian(int steps) {
    InverseAutoregressiveFlow flow = flow(steps, 16);
    try (Scope scope = Scope.open()) {
      Tensor z = point();
      InverseAutoregressiveFlow.Flowed flowed = flow.apply(z, context(), Pass.inference());
      double determinant = determinant(jacobian(flowed.z(), z));
      assertThat(flowed.logDeterminant().item())
          .isCloseTo(Math.log(Math.abs(determinant)), offset(2e-3));
    } finally {
      close(flow);
    }
  }

  @Test
  void the_order_is_reversed_between_steps_so_that_every_number_reaches_every_other() {
    InverseAutoregressiveFlow flow = flow(2, 16);
    try (Scope scope = Scope.open()) {
      Tensor z = point();
      Tensor out = flow.apply(z, context(), Pass.inference()).z();
      double[] last = jacobian(out, z)[LATENT - 1];
      assertThat(last).doesNotContain(0.0);
    } finally {
      close(flow);
    }
  }

  @Test
  void a_new_flow_is_near_the_identity() {
    MaskedAutoencoder made = new MaskedAutoencoder(LATENT, CONTEXT, 16);
    InverseAutoregressiveFlow flow =
        InverseAutoregressiveFlow.create(
            InverseAutoregressiveFlow.architectures(LATENT, new FlowRecipe(1, 16, CONTEXT)),
            RandomStream.named("init", 1),
            Device.CPU);
    try (Scope scope = Scope.open()) {
      Tensor z = point();
      Tensor out = flow.apply(z, context(), Pass.inference()).z();
      double gate = 1 / (1 + Math.exp(-MaskedAutoencoder.OPEN));
      assertThat(out.minus(z.times(gate)).abs().mean().item()).isLessThan(0.1);
      assertThat(made.inputMask().sum().item()).isPositive();
    } finally {
      close(flow);
    }
  }

  /** By elimination. */
  private static double determinant(double[][] matrix) {
    double determinant = 1;
    for (int i = 0; i < matrix.length; i++) {
      int pivot = i;
      for (int row = i; row < matrix.length; row++) {
        pivot = Math.abs(matrix[row][i]) > Math.abs(matrix[pivot][i]) ? row : pivot;
      }
      double[] swapped = matrix[i];
      matrix[i] = matrix[pivot];
      matrix[pivot] = swapped;
      determinant *= pivot == i ? matrix[i][i] : -matrix[i][i];
      for (int row = i + 1; row < matrix.length; row++) {
        double factor = matrix[row][i] / matrix[i][i];
        for (int column = i; column < matrix.length; column++) {
          matrix[row][column] -= factor * matrix[i][column];
        }
      }
    }
    return determinant;
  }
}
