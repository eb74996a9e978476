package dev.figment.loss;

import static dev.figment.UsageException.require;

import dev.figment.nn.Parameters;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * weight·‖θ − (1/t)·Σθᵢ‖²: what holds parameters near the mean of all values that they ever had,
 * for either network. It is a term of the loss, so that the optimizer sees it; the mean counts as
 * given.
 *
 * <p>The mean begins with the values at birth. Add {@link #of} to the loss, and after each step
 * {@link #remember}.
 *
 * @see <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016, section 3.3</a> (no
 *     difference)
 */
public final class HistoricalAveraging implements AutoCloseable {
  private final double weight;
  private final List<Tensor> parameters;
  private final Tensor mean;
  private long count = 1;

  /**
   * @param weight at least 0
   * @param parameters the parameters that learn
   */
  public HistoricalAveraging(double weight, Parameters parameters) {
    require(weight >= 0, "historicalAveraging: weight must be at least 0, got %s", weight);
    this.weight = weight;
    this.parameters = parameters.tensors();
    try (Scope scope = Scope.open()) {
      this.mean = joined().detached().copy().retain();
    }
  }

  private Tensor joined() {
    return Tensor.concatenate(0, parameters.stream().map(each -> each.reshape(-1)).toList());
  }

  /**
   * @return a scalar []
   */
  public Tensor of() {
    return joined().minus(mean).square().sum().times(weight);
  }

  /** Takes the present values into the mean. */
  public void remember() {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      mean.moveTowards(joined(), 1.0 / ++count);
    }
  }

  /** What a checkpoint must hold besides {@link #count}: all parameters' means in one vector. */
  public Tensor mean() {
    return mean;
  }

  /** How many values the mean is of. */
  public long count() {
    return count;
  }

  /** Goes on from a checkpoint whose {@link #mean} was copied back. */
  public void resumeAt(long count) {
    this.count = count;
  }

  @Override
  public void close() {
    mean.close();
  }
}
