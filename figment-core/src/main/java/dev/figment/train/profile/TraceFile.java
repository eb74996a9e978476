package dev.figment.train.profile;

import dev.figment.format.AtomicFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A profile's spans as a file in the trace event format, JSON, which {@code chrome://tracing} and
 * {@code ui.perfetto.dev} open: steps, in them phases, in them layers and parts. Times are in
 * microseconds from the first step.
 *
 * @see <a
 *     href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">Trace
 *     Event Format</a>: complete events alone
 */
public final class TraceFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String COMPLETE = "X";

  private record Trace(List<Event> traceEvents, String displayTimeUnit) {}

  private record Event(
      String name, String cat, String ph, double ts, double dur, int pid, int tid) {}

  private TraceFile() {}

  public static void write(Path file, Profile profile) {
    long start = profile.spans().stream().mapToLong(Span::startNanos).min().orElse(0);
    List<Event> events =
        profile.spans().stream()
            .sorted(Comparator.comparingLong(Span::startNanos))
            .map(span -> event(span, start))
            .toList();
    AtomicFile.write(file, JSON.writeValueAsString(new Trace(events, "ms")));
  }

  private static Event event(Span span, long start) {
    String name = span.category().equals("backward") ? span.name() + ", backward" : span.name();
    return new Event(
        name,
        span.category(),
        COMPLETE,
        (span.startNanos() - start) / 1e3,
        (span.endNanos() - span.startNanos()) / 1e3,
        1,
        1);
  }
}
