package dev.figment.train;

import dev.figment.ExitCode;
import dev.figment.FigmentException;

/** A loss or a weight stopped being a finite number; exit code 3. */
public final class DivergedException extends FigmentException {
  public DivergedException(String what, String phase, long step, double value) {
    super(
        ExitCode.DIVERGED,
        "%s of phase %s is %s at step %d: training stopped. ".formatted(what, phase, value, step)
            + "The last checkpoint, if there is one, is as it was. Train anew with a lower"
            + " learning rate (model.….learningRate) or with clipping (clipValue).");
  }
}
