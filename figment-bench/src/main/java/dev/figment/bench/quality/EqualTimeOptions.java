package dev.figment.bench.quality;

import dev.figment.run.Settings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@link EqualTime} is asked for. */
@Command(
    name = "figment-bench/equal-time",
    sortOptions = false,
    description = {
      "How good the digits of each kind of model are after the same time of training.",
      "Goes on where it was interrupted."
    })
final class EqualTimeOptions {
  @Parameters(
      paramLabel = "RECIPE",
      arity = "0..*",
      description = "Recipes of images, or their files (default: an autoencoder, VAEs and GANs).")
  List<String> recipes = List.of();

  @Option(names = "--data-dir", paramLabel = "DIR", description = "With one folder for each set.")
  private Path dataDir;

  @Option(
      names = "--minutes",
      split = ",",
      paramLabel = "M",
      description = "When to measure, the last is the end (default: 1,2,5,10).")
  List<Double> minutes = List.of(1.0, 2.0, 5.0, 10.0);

  @Option(names = "--count", paramLabel = "N", description = "Images of each (${DEFAULT-VALUE}).")
  int count = 10_000;

  @Option(names = "--threads", paramLabel = "N", description = "Of the engine (${DEFAULT-VALUE}).")
  int threads = 2;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "For runs, equal-time.md and equal-time.png (${DEFAULT-VALUE}).")
  Path folder = Path.of("equal-time");

  @Option(names = "--help", usageHelp = true, description = "Prints this.")
  private boolean help;

  Settings settings() {
    return Settings.dataIn(dataDir);
  }

  List<Contender> contenders() {
    return recipes.isEmpty() ? Contender.ALL : recipes.stream().map(Contender::of).toList();
  }
}
