package dev.figment.run.report;

import dev.figment.metric.Estimate;
import dev.figment.metric.MetricName;
import dev.figment.metric.Protocol;
import dev.figment.metric.SampleMetric;
import dev.figment.metric.SampleMetric.Better;
import dev.figment.run.folder.SampleResult;
import dev.figment.run.folder.SampleResults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What runs come to by one metric of samples. Runs are ranked where all of them were measured in
 * the same way; seeds may differ, and whether weights are averaged.
 *
 * @param better which of two results is the better one
 * @param runs in the order in which they were given
 * @param winner the number of the best run, from 0; null where they are not ranked
 * @param notes why they are not, or in what else protocols differ; runs are counted from 1
 */
public record ComparedMetric(
    String metric, Better better, List<Result> runs, @Nullable Integer winner, List<String> notes) {
  private static final List<String> SHOWN = List.of("weights", "seed");

  /**
   * A value of a run.
   *
   * @param standardError null where it is not known
   */
  public record Value(long step, double value, @Nullable Double standardError) {
    private static Value of(SampleResult result, String metric) {
      Estimate estimate = Objects.requireNonNull(result.estimate(metric));
      double error = estimate.standardError();
      return new Value(result.step(), estimate.mean(), Double.isNaN(error) ? null : error);
    }

    Estimate estimate() {
      return new Estimate(value, standardError == null ? Double.NaN : standardError, 0);
    }
  }

  /**
   * What a run comes to.
   *
   * @param best of those measured as the last was; null where there is none, or none is better
   * @param last null where it was not measured
   * @param protocol of the last
   */
  public record Result(@Nullable Value best, @Nullable Value last, Map<String, String> protocol) {}

  /** Of all metrics that some of the runs were measured by. */
  static List<ComparedMetric> of(List<SampleResults> runs) {
    TreeSet<String> metrics = new TreeSet<>();
    runs.forEach(each -> metrics.addAll(each.metrics()));
    return metrics.stream().flatMap(each -> of(each, runs).stream()).toList();
  }

  private static Optional<ComparedMetric> of(String name, List<SampleResults> runs) {
    return MetricName.metricOf(name)
        .map(
            metric ->
                compared(
                    name, metric, runs.stream().map(run -> result(name, metric, run)).toList()));
  }

  private static Result result(String name, SampleMetric metric, SampleResults run) {
    List<SampleResult> all = run.of(name);
    if (all.isEmpty()) {
      return new Result(null, null, Map.of());
    }
    SampleResult last = all.get(all.size() - 1);
    Value best =
        all.stream()
            .filter(each -> differences(metric, each.protocol(), last.protocol()).isEmpty())
            .map(each -> Value.of(each, name))
            .filter(each -> metric.better() != Better.NEITHER)
            .min(order(metric.better()))
            .orElse(null);
    return new Result(best, Value.of(last, name), last.protocol());
  }

  private static Comparator<Value> order(Better better) {
    Comparator<Value> lowest = Comparator.comparingDouble(Value::value);
    return better == Better.LOWER ? lowest : lowest.reversed();
  }

  private static List<String> differences(
      SampleMetric metric, Map<String, String> one, Map<String, String> other) {
    return Protocol.differences(metric, one, other);
  }

  private static ComparedMetric compared(String name, SampleMetric metric, List<Result> runs) {
    List<Integer> measured =
        IntStream.range(0, runs.size()).filter(i -> runs.get(i).last() != null).boxed().toList();
    List<String> notes = reasons(metric, runs, measured);
    Integer winner = notes.isEmpty() ? winner(metric.better(), runs, measured) : null;
    if (winner != null) {
      notes.addAll(shown(runs, measured));
    }
    return new ComparedMetric(name, metric.better(), runs, winner, List.copyOf(notes));
  }

  /** Why runs are not ranked. */
  private static List<String> reasons(
      SampleMetric metric, List<Result> runs, List<Integer> measured) {
    List<String> reasons = new ArrayList<>();
    if (metric.better() == Better.NEITHER) {
      reasons.add("neither less nor more is better by itself");
    }
    if (measured.size() < 2) {
      reasons.add("only one of the runs was measured");
    }
    int first = measured.get(0);
    for (int other : measured) {
      differences(metric, runs.get(first).protocol(), runs.get(other).protocol())
          .forEach(part -> reasons.add("%d and %d: %s".formatted(first + 1, other + 1, part)));
    }
    return reasons;
  }

  private static Integer winner(Better better, List<Result> runs, List<Integer> measured) {
    return measured.stream()
        .min(Comparator.comparing(i -> Objects.requireNonNull(runs.get(i).best()), order(better)))
        .orElseThrow();
  }

  private static List<String> shown(List<Result> runs, List<Integer> measured) {
    List<String> notes = new ArrayList<>();
    for (String part : SHOWN) {
      List<String> values =
          measured.stream()
              .map(i -> runs.get(i).protocol().getOrDefault(part, "not said"))
              .toList();
      if (values.stream().distinct().count() > 1) {
        notes.add("%s: %s".formatted(part, String.join(", ", values)));
      }
    }
    return notes;
  }

  /** Whether the best of the runs is told. */
  public boolean ranked() {
    return winner != null;
  }
}
