package dev.figment.bench.fuzz;

import dev.figment.bench.Arguments;
import dev.figment.bench.StopAfter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads damaged files of all formats, counts what happens, and says what was worst.
 *
 * <pre>{@code figment-bench/fuzz --cases 1000000 --format safetensors}</pre>
 */
public final class Fuzz {
  private static final Path MAPPED = Path.of("/proc/self/maps");

  private Fuzz() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    FuzzOptions options = new FuzzOptions();
    StopAfter.of(
        () -> {
          if (Arguments.read(options, args)) {
            System.exit(run(options) ? 0 : 1);
          }
        });
  }

  private static boolean run(FuzzOptions options) throws IOException {
    Files.createDirectories(options.folder);
    List<Outcome> all = new ArrayList<>();
    for (Format each : options.chosen()) {
      all.add(run(each, options));
    }
    System.out.println(Outcome.HEAD);
    all.forEach(each -> System.out.println(each.toLine()));
    boolean isNative = Files.exists(MAPPED) && Files.readString(MAPPED).contains("libtorch");
    System.out.println(
        "libtorch was " + (isNative ? "loaded, before a file was trusted" : "not loaded"));
    return !isNative && all.stream().allMatch(each -> each.findings().isEmpty());
  }

  private static Outcome run(Format format, FuzzOptions options) throws IOException {
    long end = (long) options.from + options.cases;
    Path folder = Files.createDirectories(options.folder.resolve(format.name()));
    try (Watch watch = new Watch(format.name(), options.from, end)) {
      Campaign campaign = new Campaign(format, options.seed, Limits.PROMISED, folder, watch::at);
      Outcome outcome = campaign.run(options.from, end);
      outcome.findings().forEach(each -> tell(each, campaign.path(each.first())));
      return outcome;
    }
  }

  private static void tell(Finding finding, Path file) {
    System.out.printf(Locale.ROOT, "%s: %s (%,d cases)%n", file, finding.what(), finding.count());
  }
}
