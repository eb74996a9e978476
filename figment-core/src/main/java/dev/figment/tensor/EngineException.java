package dev.figment.tensor;

import dev.figment.ExitCode;
import dev.figment.FigmentException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine refused an operation: one line with the operation, its shapes and the reason. */
public final class EngineException extends FigmentException {
  private static final Logger LOG = LoggerFactory.getLogger(EngineException.class);

  private EngineException(ExitCode exitCode, String message, Throwable cause) {
    super(exitCode, message, cause);
  }

  /** The engine's own message runs over many lines of native frames: only its first one is kept. */
  static EngineException of(String operation, RuntimeException cause, Tensor... operands) {
    LOG.debug("{} failed", operation, cause);
    String reason =
        String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    String shapes =
        Arrays.stream(operands).map(Tensor::describe).collect(Collectors.joining(" and "));
    String on = shapes.isEmpty() ? "" : " on " + shapes;
    boolean memory = reason.contains("out of memory") || reason.contains("can't allocate memory");
    return new EngineException(
        memory ? ExitCode.MEMORY : ExitCode.USAGE,
        operation + on + ": " + reason + (memory ? " Try a smaller train.batch." : ""),
        cause);
  }
}
