package dev.figment.optim;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gradient descent with inertia: v ← μ·v − rate·g; w ← w + v, or with Nesterov's look ahead w ← w +
 * μ·v − rate·g. As in Keras the rate is inside v, unlike PyTorch's.
 *
 * @param momentum μ, in [0, 1)
 */
public record Momentum(
    @JsonProperty(defaultValue = "0.01") double learningRate,
    @JsonProperty(defaultValue = "0.9") double momentum,
    @JsonProperty(defaultValue = "false") boolean nesterov,
    @JsonProperty(defaultValue = "0") double decay,
    @JsonProperty(defaultValue = "null") @Nullable Double clipValue,
    @JsonProperty(defaultValue = "null") @Nullable Double clipNorm)
    implements Rule {
  public Momentum {
    Limits.check("momentum", learningRate, decay, clipValue, clipNorm);
    require(
        momentum >= 0 && momentum < 1, "momentum: momentum must be in [0, 1), got %s", momentum);
  }

  /** Without Nesterov's look ahead, decay or clipping. */
  public Momentum(double learningRate, double momentum) {
    this(learningRate, momentum, false, 0, null, null);
  }

  @Override
  public List<String> state() {
    return List.of("velocity");
  }

  @Override
  public void update(
      Tensor parameters, Tensor gradient, List<Tensor> state, double rate, long step) {
    Tensor velocity = state.get(0).scale(momentum).add(gradient, -rate);
    if (nesterov) {
      parameters.add(velocity, momentum).add(gradient, -rate);
    } else {
      parameters.add(velocity, 1);
    }
  }
}
