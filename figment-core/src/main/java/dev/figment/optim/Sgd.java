package dev.figment.optim;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gradient descent: w ← w − rate·g. */
public record Sgd(
    @JsonProperty(defaultValue = "0.01") double learningRate,
    @JsonProperty(defaultValue = "0") double decay,
    @JsonProperty(defaultValue = "null") @Nullable Double clipValue,
    @JsonProperty(defaultValue = "null") @Nullable Double clipNorm)
    implements Rule {
  public Sgd {
    Limits.check("sgd", learningRate, decay, clipValue, clipNorm);
  }

  /** Without decay or clipping. */
  public Sgd(double learningRate) {
    this(learningRate, 0, null, null);
  }

  @Override
  public List<String> state() {
    return List.of();
  }

  @Override
  public void update(
      Tensor parameters, Tensor gradient, List<Tensor> state, double rate, long step) {
    parameters.add(gradient, -rate);
  }
}
