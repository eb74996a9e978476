package dev.figment.cli;

import dev.figment.UsageException;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Mixin of the commands that compute: {@code --device} and {@code --threads}. */
final class EngineOptions {
  @Option(
      names = "--device",
      paramLabel = "cpu|cuda",
      defaultValue = "cpu",
      description = "Where to compute: cpu, cuda or cuda:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the engine; otherwise one for each physical core.")
  private Integer threads;

  String device() {
    UsageException.require(
        device.matches("cpu|cuda(:[0-9]{1,3})?"),
        "--device: expected cpu, cuda or cuda:N, got %s.",
        device);
    return device;
  }

  OptionalInt threads() {
    if (threads == null) {
      return OptionalInt.empty();
    }
    UsageException.require(threads >= 1, "--threads: expected at least 1, got %s.", threads);
    return OptionalInt.of(threads);
  }
}
