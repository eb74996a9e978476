package dev.figment.bench.quality;

import dev.figment.bench.Arguments;
import dev.figment.bench.StopAfter;
import dev.figment.format.AtomicFile;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Trains kinds of models for the same time each, one after the other, and measures what they
 * generate at marks of time: a table, and a curve of quality against minutes for each.
 *
 * <pre>{@code figment-bench/equal-time [RECIPE...] [--minutes 1,2,5,10] [--data-dir DIR]}</pre>
 */
public final class EqualTime {
  private EqualTime() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    EqualTimeOptions options = new EqualTimeOptions();
    StopAfter.of(
        () -> {
          if (Arguments.read(options, args)) {
            run(options);
          }
        });
  }

  private static void run(EqualTimeOptions options) {
    Backend.threads(options.threads);
    List<Quality> all = new ArrayList<>();
    for (Contender each : options.contenders()) {
      Path run = options.folder.resolve(each.folder());
      List<TimeMark> marks = new TimedTraining(each, run, options.settings()).to(options.minutes);
      marks.forEach(mark -> all.addAll(measured(each, run, mark, options)));
    }
    QualityTable table = new QualityTable(all);
    AtomicFile.write(options.folder.resolve("equal-time.md"), table.toMarkdown());
    table.curves().write(options.folder.resolve("equal-time.png"));
    System.out.print(table.toMarkdown());
  }

  private static List<Quality> measured(
      Contender each, Path run, TimeMark mark, EqualTimeOptions options) {
    List<Quality> measured = new ArrayList<>();
    measured.add(Quality.of(each.name(), run, mark, false, options));
    if (each.mixture()) {
      measured.add(Quality.of(each.name() + ", mixture", run, mark, true, options));
    }
    measured.forEach(
        quality ->
            System.err.printf(
                Locale.ROOT,
                "%s after %.1f minutes: %s%n",
                quality.name(),
                quality.minutes(),
                quality.values()));
    return measured;
  }
}
