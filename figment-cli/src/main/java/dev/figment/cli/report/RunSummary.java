package dev.figment.cli.report;

import dev.figment.FigmentException;
import dev.figment.metric.SignificantDigits;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.recipe.Recipes;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.TrainRecipe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A line of the list of runs; the names are those of {@code --json}.
 *
 * @param seconds trained so far
 * @param differs values in which it differs from the other runs of its recipe, or from the bundled
 *     one
 */
public record RunSummary(
    String run,
    String recipe,
    long step,
    double kimg,
    double seconds,
    Map<String, Double> losses,
    List<Long> checkpoints,
    String state,
    Map<String, String> differs) {
  private static final int MOST_DIFFERENCES = 4;

  /** All runs of a folder, by name. */
  public static List<RunSummary> of(List<RunFolder> runs) {
    Map<RunFolder, Recipe> recipes = new LinkedHashMap<>();
    Map<RunFolder, String> unreadable = new LinkedHashMap<>();
    for (RunFolder run : runs) {
      try {
        recipes.put(run, run.recipe());
      } catch (FigmentException e) {
        unreadable.put(run, e.getMessage());
      }
    }
    return runs.stream()
        .map(
            run ->
                unreadable.containsKey(run)
                    ? damaged(run, Objects.requireNonNull(unreadable.get(run)))
                    : of(run, Objects.requireNonNull(recipes.get(run)), recipes.values()))
        .toList();
  }

  private static RunSummary of(RunFolder run, Recipe recipe, Collection<Recipe> all) {
    try {
      return read(run, recipe, differences(recipe, all));
    } catch (FigmentException e) {
      return damaged(run, String.valueOf(e.getMessage()));
    }
  }

  private static RunSummary damaged(RunFolder run, String why) {
    return new RunSummary(
        run.path().toString(), "", 0, 0, 0, Map.of(), List.of(), "unreadable: " + why, Map.of());
  }

  private static RunSummary read(RunFolder run, Recipe recipe, Map<String, String> differs) {
    List<JsonNode> ticks = new JsonLines(run.statistics()).read();
    JsonNode last =
        ticks.isEmpty() ? JsonNodeFactory.instance.objectNode() : ticks.get(ticks.size() - 1);
    List<Long> checkpoints =
        run.checkpoints().all().stream().map(Checkpoint::stepInName).sorted().toList();
    return new RunSummary(
        run.path().toString(),
        recipe.recipe(),
        last.path("step").asLong(0),
        last.path("kimg").asDouble(0),
        last.path("seconds").asDouble(0),
        losses(last),
        checkpoints,
        state(recipe.train(), last, checkpoints),
        differs);
  }

  private static Map<String, String> differences(Recipe recipe, Collection<Recipe> all) {
    List<Recipe> others =
        new ArrayList<>(all.stream().filter(each -> isOfSameName(each, recipe)).toList());
    if (Recipes.names().contains(recipe.recipe())) {
      others.add(Recipes.named(recipe.recipe()));
    }
    Set<String> keys = new LinkedHashSet<>();
    others.forEach(
        other -> RecipeDifference.between(recipe, other).forEach(each -> keys.add(each.key())));
    Map<String, String> values = RecipeDifference.values(recipe);
    Map<String, String> differs = new TreeMap<>();
    keys.stream()
        .filter(key -> !key.equals("about"))
        .forEach(key -> differs.put(key, values.getOrDefault(key, "none")));
    return differs;
  }

  private static boolean isOfSameName(Recipe one, Recipe other) {
    return one.recipe().equals(other.recipe());
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

  /** The heading of a table of runs. */
  public static Table table() {
    return Table.of("run", "recipe", "step", "kimg", "time", "state", "last losses", "differs in");
  }

  /** As a row of it. */
  public void addTo(Table table) {
    table.row(
        run,
        recipe,
        String.valueOf(step),
        String.format(Locale.ROOT, "%.1f", kimg),
        time(),
        state,
        joined(losses),
        differences());
  }

  private String time() {
    long whole = Math.round(seconds);
    return "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
  }

  static String joined(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .map(each -> each.getKey() + " " + SignificantDigits.of(each.getValue()))
        .collect(Collectors.joining("  "));
  }

  private String differences() {
    String first =
        differs.entrySet().stream()
            .limit(MOST_DIFFERENCES)
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(" "));
    int more = differs.size() - MOST_DIFFERENCES;
    return more > 0 ? first + " and " + more + " more (--json)" : first;
  }
}
