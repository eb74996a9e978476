package dev.figment.bench.fuzz;

import java.util.Arrays;
import java.util.Locale;

/**
 * A kind of fault.
 *
 * @param what in words: the exception and where it was thrown, or what was exceeded
 * @param first the number of the first case that showed it
 * @param count how many cases did
 */
record Finding(String what, long first, long count) {
  Finding again() {
    return new Finding(what, first, count + 1);
  }

  /** What is wrong with a case, in words; empty where nothing is. */
  static String of(Meter case_, Format format, Limits limits) {
    Throwable thrown = case_.thrown();
    if (thrown != null && !format.refusal().isInstance(thrown)) {
      return thrown.getClass().getName() + " at " + place(thrown);
    }
    if (case_.bytes() > limits.bytes()) {
      return "more than %d MB of heap".formatted(limits.bytes() >> 20);
    }
    return case_.seconds() > limits.seconds()
        ? String.format(Locale.ROOT, "more than %.0f s", limits.seconds())
        : "";
  }

  /** The innermost line of ours. */
  private static String place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(each -> each.getClassName().startsWith("dev.figment."))
        .findFirst()
        .map(each -> each.getFileName() + ":" + each.getLineNumber())
        .orElse("none of ours");
  }
}
