package dev.figment.examples;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.optim.Limits;
import dev.figment.optim.Rule;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * s ← s + g², update −rate·g/(√s + ε): each parameter's rate falls with the squares of its
 * gradients so far.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer 2011, figure
 *     1</a> (its diagonal form; no difference)
 */
public record AdaGrad(
    @JsonProperty(defaultValue = "0.01") double learningRate,
    @JsonProperty(defaultValue = "1e-7") double epsilon,
    @JsonProperty(defaultValue = "0") double decay,
    @JsonProperty(defaultValue = "null") Double clipValue,
    @JsonProperty(defaultValue = "null") Double clipNorm)
    implements Rule {
  public AdaGrad {
    Limits.check("adaGrad", learningRate, decay, clipValue, clipNorm);
    require(epsilon > 0, "adaGrad: epsilon must be above 0, got %s", epsilon);
  }

  @Override
  public List<String> state() {
    return List.of("sumOfSquares");
  }

  @Override
  public void update(
      Tensor parameters, Tensor gradient, List<Tensor> state, double rate, long step) {
    Tensor scale = state.get(0).addProduct(gradient, gradient, 1).sqrt().plus(epsilon);
    parameters.addQuotient(gradient, scale, -rate);
  }
}
