package dev.figment.cli.option;

import dev.figment.run.Settings;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Device;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that compute: {@code --device} and {@code --threads}. */
public final class EngineOptions {
  @Option(
      names = "--device",
      paramLabel = "cpu|cuda",
      defaultValue = "cpu",
      description = "Where to compute: cpu or cuda (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the engine; otherwise one for each physical core, and one alone to train"
              + " small networks without convolutions.")
  private @Nullable Integer threads;

  /** Sets the engine up, and says where things are on this machine. */
  public Settings settings(@Nullable Path dataFolder) {
    Device chosen = Device.named(device);
    if (threads != null) {
      Backend.threads(threads);
    }
    return new Settings(dataFolder, chosen);
  }
}
