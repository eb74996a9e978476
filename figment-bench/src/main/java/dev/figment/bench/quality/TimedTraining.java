package dev.figment.bench.quality;

import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.folder.JsonLines;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A training that is stopped with a checkpoint at marks of time, and goes on from there. The time
 * is that of its steps alone, from the first after a start to the last before a stop. Marks that a
 * run has reached before are taken as they are.
 */
final class TimedTraining {
  private static final double NANOS_PER_MINUTE = 60e9;

  private final Contender contender;
  private final Path folder;
  private final Settings settings;

  TimedTraining(Contender contender, Path folder, Settings settings) {
    this.contender = contender;
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * Trains up to the last mark. Marks of a run that were not asked for are left out.
   *
   * @param minutes each later than the one before
   */
  List<TimeMark> to(List<Double> minutes) {
    List<TimeMark> marks = new ArrayList<>(known());
    double trained = marks.isEmpty() ? 0 : marks.get(marks.size() - 1).minutes();
    for (double mark : minutes) {
      if (mark > trained) {
        marks.add(train(trained, mark));
        trained = mark;
      }
    }
    return marks.stream().filter(mark -> minutes.contains(mark.minutes())).toList();
  }

  private List<TimeMark> known() {
    return marks().read().stream()
        .map(line -> new TimeMark(line.get("minutes").asDouble(), line.get("step").asLong()))
        .toList();
  }

  private JsonLines marks() {
    return new JsonLines(folder.resolve("minutes.jsonl"));
  }

  private TimeMark train(double from, double to) {
    boolean isNew = !Files.exists(folder);
    try (Run run =
        isNew ? Run.create(folder, contender.endless(), settings) : Run.open(folder, settings)) {
      run.train(new StopAfterMinutes(run, to - from));
      TimeMark mark = new TimeMark(to, run.trained().position().step());
      marks().append(Map.of("minutes", mark.minutes(), "step", mark.step()));
      return mark;
    }
  }

  /** Stops a run once its steps have taken so long. */
  private static final class StopAfterMinutes implements Listener {
    private final Run run;
    private final double minutes;
    private long start;

    StopAfterMinutes(Run run, double minutes) {
      this.run = run;
      this.minutes = minutes;
    }

    @Override
    public void onStart(Clock clock) {
      start = System.nanoTime();
    }

    @Override
    public void onStep(Clock clock) {
      if (System.nanoTime() - start >= minutes * NANOS_PER_MINUTE) {
        run.stop();
      }
    }
  }
}
