package dev.figment.run;

import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.MemoryException;
import dev.figment.train.Clock;
import dev.figment.train.TrainRecipe;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a step that memory did not suffice for is told apart from others, and what is said of it. */
final class OutOfMemory {
  private OutOfMemory() {}

  /** Whether memory did not suffice, of the heap or of the engine. */
  static boolean is(Throwable error) {
    return error instanceof OutOfMemoryError
        || error instanceof FigmentException ours && ours.exitCode() == ExitCode.MEMORY;
  }

  /**
   * What to do about it; smaller batches are tried.
   *
   * @param at the last step that was made
   */
  static MemoryException at(Clock at, Throwable error, TrainingSetup setup) {
    TrainRecipe train = setup.recipe().train();
    Optional<TrainRecipe> fitting = new BatchThatFits(new TrialStep(setup, at)).below(train);
    return new MemoryException(
        "step %d: out of memory (%s) with train.batch=%d: training stopped. The last checkpoint, if"
                .formatted(at.step() + 1, reason(error.getMessage()), train.batch())
            + " there is one, is as it was. "
            + fitting
                .map(OutOfMemory::remedy)
                .orElse("No smaller batch fits either: make the networks or the images smaller."),
        error);
  }

  private static String remedy(TrainRecipe fits) {
    return "A batch of %d fits: train.batch=%d with train.accumulate=%d makes updates as large."
        .formatted(fits.batch(), fits.batch(), fits.accumulate());
  }

  private static String reason(@Nullable String message) {
    return message == null
        ? "the Java heap"
        : message.replaceFirst("\\.? Try a smaller.*|\\.$", "");
  }
}
