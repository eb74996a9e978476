package dev.figment.tensor;

import dev.figment.ExitCode;
import dev.figment.FigmentException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine refused an operation: one line with the operation, its shapes and the reason. Exit
 * code 6 where memory is out; else 1, since recipes are checked before: it is a fault of ours, or
 * of a layer of somebody's own.
 */
public final class EngineException extends FigmentException {
  private static final Logger LOG = LoggerFactory.getLogger(EngineException.class);

  /** In the words of CUDA, of the engine on Linux and on Windows, and of C++. */
  private static final List<String> OUT_OF_MEMORY =
      List.of(
          "out of memory",
          "can't allocate memory",
          "not enough memory",
          "DefaultCPUAllocator",
          "std::bad_alloc");

  private EngineException(ExitCode exitCode, String message, Throwable cause) {
    super(exitCode, message, cause);
  }

  /** The engine's own message runs over many lines of native frames: only its first one is kept. */
  static EngineException of(
      String operation, RuntimeException cause, @Nullable Tensor... operands) {
    LOG.debug("{} failed", operation, cause);
    String reason =
        String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    String shapes =
        Arrays.stream(operands)
            .filter(Objects::nonNull)
            .map(Tensor::describe)
            .collect(Collectors.joining(" and "));
    String on = shapes.isEmpty() ? "" : " on " + shapes;
    boolean memory = OUT_OF_MEMORY.stream().anyMatch(reason::contains);
    return new EngineException(
        memory ? ExitCode.MEMORY : ExitCode.INTERNAL,
        operation + on + ": " + reason + (memory ? " Try a smaller train.batch." : ""),
        cause);
  }
}
