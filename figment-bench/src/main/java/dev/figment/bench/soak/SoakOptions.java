package dev.figment.bench.soak;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Soak} is asked for. */
@Command(
    name = "figment-bench/soak",
    sortOptions = false,
    description = {
      "Trains one model with snapshots, metrics and checkpoints, then many models, one after the",
      "other, all in one process, and prints what it holds: heap, memory, native objects, open",
      "files, threads. Ends with 1 where one of them grows."
    })
final class SoakOptions {
  @Option(names = "--minutes", paramLabel = "M", description = "Of training (${DEFAULT-VALUE}).")
  double minutes = 60;

  @Option(names = "--models", paramLabel = "N", description = "Of them (${DEFAULT-VALUE}).")
  int models = 200;

  @Option(names = "--threads", paramLabel = "N", description = "Of the engine (${DEFAULT-VALUE}).")
  int threads = 2;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "For the runs, a new folder (${DEFAULT-VALUE}).")
  Path folder = Path.of("soak");

  @Option(names = "--help", usageHelp = true, description = "Prints this.")
  private boolean help;
}
