package dev.figment.bench.fuzz;

import dev.figment.UsageException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Fuzz} is asked for. */
@Command(
    name = "figment-bench/fuzz",
    sortOptions = false,
    description = {
      "Damages small whole files and reads them. Whatever the bytes, that gives what they hold or",
      "one typed exception, within a second and 64 MB. Ends with 1 where it does not, and keeps",
      "the files. The same seed gives the same cases."
    })
final class FuzzOptions {
  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      completionCandidates = Names.class,
      description = "Of ${COMPLETION-CANDIDATES} (default: all).")
  List<String> formats = Formats.names();

  @Option(names = "--cases", paramLabel = "N", description = "Of each (${DEFAULT-VALUE}).")
  int cases = 10_000;

  @Option(names = "--from", paramLabel = "N", description = "The first case, counted from 1.")
  int from = 1;

  @Option(names = "--seed", paramLabel = "N", description = "Other cases (${DEFAULT-VALUE}).")
  int seed = 1;

  @Option(names = "--keep", paramLabel = "DIR", description = "For files (${DEFAULT-VALUE}).")
  Path folder = Path.of("fuzz");

  @Option(names = "--help", usageHelp = true, description = "Prints this.")
  private boolean help;

  /** For the help text. */
  private static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Formats.names().iterator();
    }
  }

  List<Format> chosen() {
    UsageException.require(
        Formats.names().containsAll(formats),
        "--format: expected some of %s, got %s",
        String.join(", ", Formats.names()),
        String.join(", ", formats));
    return formats.stream().map(Formats::named).toList();
  }
}
