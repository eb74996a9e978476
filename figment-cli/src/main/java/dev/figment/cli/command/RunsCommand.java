package dev.figment.cli.command;

import dev.figment.FigmentException;
import dev.figment.UsageException;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.SignificantDigits;
import dev.figment.cli.report.Table;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.TrainRecipe;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code figment runs}: what was trained so far. */
@Command(
    name = "runs",
    description = "List runs: how far each is, and its last losses.",
    footer = {"", "Example:  figment runs", "Next:     figment sample RUN, or figment resume RUN"})
public final class RunsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "runs",
      description = "The folder of runs (default: ${DEFAULT-VALUE}).")
  private Path folder;

  /** A line of the list; the names are those of {@code --json}. */
  record Line(
      String run,
      String recipe,
      long step,
      double kimg,
      Map<String, Double> losses,
      List<Long> checkpoints,
      String state) {
    static Line of(RunFolder run) {
      try {
        return read(run);
      } catch (FigmentException e) {
        String state = "unreadable: " + e.getMessage();
        return new Line(run.path().toString(), "", 0, 0, Map.of(), List.of(), state);
      }
    }

    private static Line read(RunFolder run) {
      Recipe recipe = run.recipe();
      List<JsonNode> ticks = new JsonLines(run.statistics()).read();
      JsonNode last =
          ticks.isEmpty() ? JsonNodeFactory.instance.objectNode() : ticks.get(ticks.size() - 1);
      List<Long> checkpoints =
          run.checkpoints(recipe.watch().checkpoints().keep()).all().stream()
              .map(Checkpoint::stepInName)
              .sorted()
              .toList();
      return new Line(
          run.path().toString(),
          recipe.recipe(),
          last.path("step").asLong(0),
          last.path("kimg").asDouble(0),
          losses(last),
          checkpoints,
          state(recipe.train(), last, checkpoints));
    }

    private static Map<String, Double> losses(JsonNode tick) {
      Map<String, Double> losses = new TreeMap<>();
      tick.properties().stream()
          .filter(each -> each.getKey().startsWith("loss/"))
          .forEach(each -> losses.put(each.getKey(), each.getValue().asDouble()));
      return losses;
    }

    private static String state(TrainRecipe length, JsonNode last, List<Long> checkpoints) {
      if (checkpoints.isEmpty()) {
        return "no checkpoint";
      }
      long newest = checkpoints.get(checkpoints.size() - 1);
      boolean finished = newest >= last.path("step").asLong(0) && isEnd(length, last);
      return finished ? "finished" : "can go on from " + newest;
    }

    private static boolean isEnd(TrainRecipe length, JsonNode last) {
      return length.steps() != null && last.path("step").asLong(0) >= length.steps()
          || length.epochs() != null && last.path("epoch").asDouble(0) >= length.epochs()
          || length.kimg() != null && last.path("kimg").asDouble(0) >= length.kimg();
    }

    void addTo(Table table) {
      String last =
          losses.entrySet().stream()
              .map(each -> each.getKey() + " " + SignificantDigits.of(each.getValue()))
              .collect(Collectors.joining("  "));
      table.row(
          run, recipe, String.valueOf(step), String.format(Locale.ROOT, "%.1f", kimg), state, last);
    }
  }

  @Override
  public void run() {
    UsageException.require(
        Files.isDirectory(folder), "%s: no such folder. Name the one that holds the runs.", folder);
    List<Line> lines = RunFolder.in(folder).stream().map(Line::of).toList();
    json.print(lines, out -> print(lines, out));
  }

  private void print(List<Line> lines, PrintWriter out) {
    if (lines.isEmpty()) {
      spec.commandLine().getErr().printf("no runs in %s yet; make one: figment demo%n", folder);
    } else {
      Table table = Table.of("run", "recipe", "step", "kimg", "state", "last losses");
      lines.forEach(line -> line.addTo(table));
      table.print(out);
    }
  }
}
