package dev.figment.train;

import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.tensor.Tensor;
import java.util.Map;

/** A loss or a weight stopped being a finite number; exit code 3. */
public final class DivergedException extends FigmentException {
  private final String reason;

  /**
   * @param what is not finite: a loss, or a tensor by its name
   * @param step after which it was not
   */
  public DivergedException(String what, String phase, long step, double value) {
    this("%s of phase %s is %s at step %d".formatted(what, phase, value, step));
  }

  private DivergedException(String reason) {
    this(
        reason,
        "training stopped. The last checkpoint, if there is one, is as it was. Train with a lower"
            + " learning rate (model.….learningRate), with clipping (clipValue), or have it go back"
            + " by itself (train.failures.nonFinite=rollBack).");
  }

  private DivergedException(String reason, String remedy) {
    super(ExitCode.DIVERGED, reason + ": " + remedy);
    this.reason = reason;
  }

  /** The same of a training that went back as often as it may. */
  public DivergedException afterRollBacks() {
    return new DivergedException(
        reason,
        "training stopped, having gone back %d times. The last checkpoint, if there is one, is as it"
                .formatted(RollBack.MOST)
            + " was. Train with a lower learning rate (model.….learningRate), or with clipping"
            + " (clipValue).");
  }

  /**
   * The same, and which weight came first among those that are not finite either.
   *
   * @param weights by name
   */
  DivergedException naming(Map<String, Tensor> weights) {
    return NonFiniteNumbers.first(weights)
        .filter(name -> !reason.contains(name))
        .map(name -> new DivergedException(reason + ", and by now so is the weight " + name))
        .orElse(this);
  }

  /** What is not finite, and since when. */
  public String reason() {
    return reason;
  }
}
