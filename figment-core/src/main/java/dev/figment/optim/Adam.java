package dev.figment.optim;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.FusedAdam;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Running means of the gradient and of its square, both corrected for their start at zero: m ← β₁·m
 * + (1 − β₁)·g; s ← β₂·s + (1 − β₂)·g²; w ← w − rate·√(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√s + ε).
 *
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 * @param epsilon ε, above 0; Keras's 1e-7
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2014, section 2</a>: the form at its
 *     end, as in Keras, where ε is not corrected
 */
public record Adam(
    @JsonProperty(defaultValue = "0.001") double learningRate,
    @JsonProperty(defaultValue = "0.9") double beta1,
    @JsonProperty(defaultValue = "0.999") double beta2,
    @JsonProperty(defaultValue = "1e-7") double epsilon,
    @JsonProperty(defaultValue = "0") double decay,
    @JsonProperty(defaultValue = "null") @Nullable Double clipValue,
    @JsonProperty(defaultValue = "null") @Nullable Double clipNorm)
    implements Rule {
  public Adam {
    Limits.check("adam", learningRate, decay, clipValue, clipNorm);
    require(beta1 >= 0 && beta1 < 1, "adam: beta1 must be in [0, 1), got %s", beta1);
    require(beta2 >= 0 && beta2 < 1, "adam: beta2 must be in [0, 1), got %s", beta2);
    require(epsilon > 0, "adam: epsilon must be above 0, got %s", epsilon);
  }

  /** With Keras's other values. */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-7, 0, null, null);
  }

  public Adam withBeta1(double beta1) {
    return new Adam(learningRate, beta1, beta2, epsilon, decay, clipValue, clipNorm);
  }

  public Adam withBeta2(double beta2) {
    return new Adam(learningRate, beta1, beta2, epsilon, decay, clipValue, clipNorm);
  }

  /**
   * As many updates more often: rate·c, β₁ᶜ, β₂ᶜ. With c = k/(k + 1), k + 1 updates go as far and
   * remember as long as k did: where a part of the loss gets an update of its own after each k.
   *
   * @param share c, in (0, 1]
   * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, appendix B</a>
   */
  @Override
  public Optional<Rule> paced(double share) {
    require(share > 0 && share <= 1, "adam: share must be in (0, 1], got %s", share);
    return Optional.of(
        new Adam(
            learningRate * share,
            Math.pow(beta1, share),
            Math.pow(beta2, share),
            epsilon,
            decay,
            clipValue,
            clipNorm));
  }

  @Override
  public List<String> state() {
    return List.of("mean", "meanSquare");
  }

  @Override
  public void update(
      Tensor parameters, Tensor gradient, List<Tensor> state, double rate, long step) {
    FusedAdam.update(
        parameters,
        gradient,
        state.get(0),
        state.get(1),
        step,
        rate,
        beta1,
        beta2,
        epsilon / Math.sqrt(1 - Math.pow(beta2, step)));
  }
}
