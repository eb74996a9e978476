package dev.figment.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a process held, from its start to its end. */
final class Readings {
  private static final long MEGABYTES = 1 << 20;

  private final List<Reading> all = new ArrayList<>();

  /** Adds one, and prints it. */
  void add(Reading reading) {
    all.add(reading);
    System.out.println(reading.toLine());
  }

  List<Reading> all() {
    return List.copyOf(all);
  }

  /**
   * What grew from the end of the first quarter on, when all that is held for good is there, beyond
   * what one reading differs from the next by; empty where it is flat.
   */
  List<String> growth() {
    List<String> growth = new ArrayList<>();
    check("heap", "MB", Reading::heap, MEGABYTES, 8, growth);
    check("resident memory", "MB", Reading::resident, MEGABYTES, 64, growth);
    check("native objects", "", Reading::pointers, 1, 0, growth);
    check("open files", newFiles(), reading -> reading.files().size(), 1, 0, growth);
    check("threads", "", Reading::threads, 1, 2, growth);
    return growth;
  }

  private Reading warm() {
    return all.get(all.size() / 4);
  }

  private Reading last() {
    return all.get(all.size() - 1);
  }

  private String newFiles() {
    List<String> files = new ArrayList<>(last().files());
    files.removeAll(warm().files());
    return files.toString();
  }

  private void check(
      String name,
      String unit,
      ToLongFunction<Reading> number,
      long one,
      long allowed,
      List<String> growth) {
    long warm = number.applyAsLong(warm());
    long last = number.applyAsLong(last());
    if (last - warm > allowed * one) {
      growth.add(
          String.format(Locale.ROOT, "%s by %.1f %s", name, (double) (last - warm) / one, unit)
              .strip());
    }
  }
}
