package dev.figment.optim;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps scaled by a running mean of squared gradients: s ← ρ·s + (1 − ρ)·g²; w ← w − rate·g / √(s +
 * ε). As in Keras ε is inside the root, unlike PyTorch's.
 *
 * @param rho ρ, in [0, 1)
 * @param epsilon ε, above 0
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman
 *     and Hinton 2012, slide 29</a>
 */
public record RmsProp(
    @JsonProperty(defaultValue = "0.001") double learningRate,
    @JsonProperty(defaultValue = "0.9") double rho,
    @JsonProperty(defaultValue = "1e-7") double epsilon,
    @JsonProperty(defaultValue = "0") double decay,
    @JsonProperty(defaultValue = "null") @Nullable Double clipValue,
    @JsonProperty(defaultValue = "null") @Nullable Double clipNorm)
    implements Rule {
  public RmsProp {
    Limits.check("rmsprop", learningRate, decay, clipValue, clipNorm);
    require(rho >= 0 && rho < 1, "rmsprop: rho must be in [0, 1), got %s", rho);
    require(epsilon > 0, "rmsprop: epsilon must be above 0, got %s", epsilon);
  }

  /** With Keras's other values. */
  public RmsProp(double learningRate) {
    this(learningRate, 0.9, 1e-7, 0, null, null);
  }

  @Override
  public List<String> state() {
    return List.of("meanSquare");
  }

  @Override
  public void update(
      Tensor parameters, Tensor gradient, List<Tensor> state, double rate, long step) {
    Tensor meanSquare = state.get(0).scale(rho).addProduct(gradient, gradient, 1 - rho);
    parameters.addQuotient(gradient, meanSquare.plus(epsilon).squareRoot(), -rate);
  }
}
