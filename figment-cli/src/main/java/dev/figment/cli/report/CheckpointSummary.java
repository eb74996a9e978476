package dev.figment.cli.report;

import dev.figment.ModelFileException;
import dev.figment.run.folder.BestStep;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A line of the list of a run's checkpoints; the names are those of {@code --json}.
 *
 * @param holds {@code training} where one can go on from it, {@code weights} alone, or {@code
 *     damaged}
 * @param best whether it did best on the test split
 * @param losses of the last tick up to its step
 * @param measured at its step: validation, or a discriminator's accuracy; empty where nothing was
 */
public record CheckpointSummary(
    long step,
    double kimg,
    long bytes,
    String holds,
    boolean best,
    Map<String, Double> losses,
    Map<String, Double> measured) {
  /** All of a run, oldest first. */
  public static List<CheckpointSummary> of(RunFolder run) {
    List<Checkpoint> all = run.checkpoints().all();
    List<JsonNode> ticks = new JsonLines(run.statistics()).read();
    List<JsonNode> metrics = new JsonLines(run.metrics()).read();
    OptionalLong best =
        new BestStep(run)
            .among(all.stream().map(Checkpoint::stepInName).collect(Collectors.toSet()));
    return all.stream()
        .sorted((one, other) -> Long.compare(one.stepInName(), other.stepInName()))
        .map(each -> of(each, best, ticks, metrics))
        .toList();
  }

  private static CheckpointSummary of(
      Checkpoint checkpoint, OptionalLong best, List<JsonNode> ticks, List<JsonNode> metrics) {
    long step = checkpoint.stepInName();
    Map<String, Double> losses = new TreeMap<>();
    Map<String, Double> measured = new TreeMap<>();
    double kimg = 0;
    for (JsonNode tick : ticks) {
      if (tick.path("step").asLong() <= step) {
        losses.putAll(numbers(tick, "loss/"));
        kimg = tick.path("kimg").asDouble();
      }
    }
    metrics.stream()
        .filter(line -> line.path("step").asLong() == step)
        .filter(line -> line.has("validation") || line.has("snapshot"))
        .forEach(line -> measured.putAll(numbers(line, "")));
    measured.keySet().removeAll(List.of("step", "epoch", "kimg", "examples"));
    return new CheckpointSummary(
        step,
        kimg,
        checkpoint.bytes(),
        holds(checkpoint),
        best.equals(OptionalLong.of(step)),
        losses,
        measured);
  }

  private static String holds(Checkpoint checkpoint) {
    try {
      return checkpoint.isResumable() ? "training" : "weights";
    } catch (ModelFileException e) {
      return "damaged"; // using it says how
    }
  }

  private static Map<String, Double> numbers(JsonNode line, String prefix) {
    Map<String, Double> numbers = new TreeMap<>();
    line.properties().stream()
        .filter(each -> each.getKey().startsWith(prefix) && each.getValue().isNumber())
        .forEach(each -> numbers.put(each.getKey(), each.getValue().asDouble()));
    return numbers;
  }

  /** The heading of a table of checkpoints. */
  public static Table table() {
    return Table.of("step", "kimg", "size", "holds", "losses", "measured");
  }

  /** As a row of it. */
  public void addTo(Table table) {
    table.row(
        String.valueOf(step),
        String.format(Locale.ROOT, "%.1f", kimg),
        String.format(Locale.ROOT, "%.1f MB", bytes / 1e6),
        holds,
        RunSummary.joined(losses),
        RunSummary.joined(measured) + (best ? "  best" : ""));
  }
}
