package dev.figment.train;

import dev.figment.ExitCode;
import dev.figment.FigmentException;

/** A loss or a weight stopped being a finite number; exit code 3. */
public final class DivergedException extends FigmentException {
  public DivergedException(String what, String phase, long step, double value) {
    super(
        ExitCode.DIVERGED,
        "%s of phase %s is %s at step %d: training stopped. ".formatted(what, phase, value, step)
            + "The last checkpoint is as it was; resume from it, or train anew with a lower"
            + " learning rate (--set model.….learningRate) or with clipping (clipValue).");
  }
}
