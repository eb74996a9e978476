package dev.figment.bench.quality;

import dev.figment.run.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Ordering} is asked for. */
@Command(
    name = "figment-bench/ordering",
    sortOptions = false,
    description = "Whether metrics tell real, blurred, noisy and collapsed sets of images apart.")
final class OrderingOptions {
  @Option(names = "--data-dir", paramLabel = "DIR", description = "With one folder for each set.")
  private Path dataDir;

  @Option(names = "--set", paramLabel = "NAME", description = "A set (${DEFAULT-VALUE}).")
  String set = "mnist";

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "What a collapsed model would make (${DEFAULT-VALUE}).")
  String oneClass = "1";

  @Option(
      names = "--noise",
      paramLabel = "S",
      description = "Standard deviation of the noise, pixels from 0 to 255 (${DEFAULT-VALUE}).")
  double noise = 64;

  @Option(names = "--count", paramLabel = "N", description = "Images of each (${DEFAULT-VALUE}).")
  int count = 4000;

  @Option(names = "--threads", paramLabel = "N", description = "Of the engine (${DEFAULT-VALUE}).")
  int threads = 2;

  @Option(names = "--help", usageHelp = true, description = "Prints this.")
  private boolean help;

  Path dataFolder() {
    return Settings.dataIn(dataDir).dataFolder();
  }
}
