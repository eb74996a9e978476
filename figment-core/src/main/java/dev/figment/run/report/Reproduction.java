package dev.figment.run.report;

import dev.figment.DiskException;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.recipe.RecipeFormat;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import dev.figment.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that make the run and its page again, and what else the numbers depend on. */
final class Reproduction {
  private final Subject subject;

  private Reproduction(Subject subject) {
    this.subject = subject;
  }

  static Section of(Subject subject) {
    Reproduction reproduction = new Reproduction(subject);
    return Section.of(
        "reproduce",
        "How to reproduce it",
        Html.of("pre", Html.of("code", String.join("\n", reproduction.commands())))
            .with("class", "scroll")
            .with("tabindex", "0"),
        Facts.note(
            "The same bits come of the same version on the same kind of CPU with the same number of"
                + " threads; elsewhere the same training in other rounding."),
        reproduction.facts());
  }

  private List<String> commands() {
    String run = quoted(subject.folder().path().toString());
    String data = subject.recipe().data().namesPath() ? "" : " --data-dir DATA";
    List<String> commands = new ArrayList<>();
    commands.add("figment train " + recipe(run) + data + " --run AGAIN");
    if (subject.trained().value() != null) {
      String chosen = " --checkpoint " + subject.trained().value().position().step();
      commands.add("figment report " + run + data + chosen + " --seed " + subject.seed());
    }
    return commands;
  }

  /** The recipe as a command takes it: by its name where single values make it again. */
  private String recipe(String run) {
    Recipe recipe = subject.recipe();
    String file = run.endsWith("'") ? run.replaceAll("'$", "/recipe.yaml'") : run + "/recipe.yaml";
    if (!Recipes.names().contains(recipe.recipe())) {
      return file;
    }
    Map<String, String> changes = new LinkedHashMap<>();
    Recipe builtIn = Recipes.named(recipe.recipe());
    for (RecipeDifference each : RecipeText.differences(builtIn, recipe)) {
      changes.put(each.key(), Objects.requireNonNullElse(each.after(), "null"));
    }
    return makes(builtIn, changes, recipe) ? named(recipe.recipe(), changes) : file;
  }

  private static boolean makes(Recipe builtIn, Map<String, String> changes, Recipe recipe) {
    try {
      Recipe made = changes.isEmpty() ? builtIn : RecipeFormat.changed(builtIn, changes);
      return RecipeText.differences(made, recipe).isEmpty();
    } catch (UsageException e) {
      return false; // the file of the recipe has it all
    }
  }

  private static String named(String name, Map<String, String> changes) {
    StringBuilder words = new StringBuilder(name);
    changes.forEach((key, value) -> words.append(" --set ").append(quoted(key + "=" + value)));
    return words.toString();
  }

  /** As a POSIX shell takes it for one word. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private Html facts() {
    Optional<Checkpoint.Provenance> origin =
        Optional.ofNullable(subject.checkpoint().value()).flatMap(Checkpoint::provenance);
    Map<String, String> engine = Backend.report();
    return new Facts()
        .add("seed of the training", String.valueOf(subject.recipe().seed()))
        .add("data", data(origin))
        .add(
            "threads when the checkpoint was written",
            origin.map(each -> String.valueOf(each.threads())).orElse(""))
        .add("trained by Figment", logged("figment"))
        .add("trained with", logged("engine"))
        .add("this page was made by", "Figment " + version())
        .add("with", "Java " + Runtime.version() + ", " + engine.get("engine"))
        .add("on", system(engine))
        .list()
        .with("class", "facts");
  }

  /** What the heading of a stretch of the training says in {@code log.txt}; of several, all. */
  private String logged(String what) {
    Path log = subject.folder().path().resolve("log.txt");
    if (!Files.exists(log)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(Pattern.compile("\\S+ \\S+  " + what + " +(.*)")::matcher)
          .filter(Matcher::matches)
          .map(each -> each.group(1))
          .distinct()
          .collect(Collectors.joining("; then "));
    } catch (IOException e) {
      throw new DiskException(log, "reading", e);
    }
  }

  private String data(Optional<Checkpoint.Provenance> origin) {
    ImageSet set = subject.training().value();
    return origin.map(Checkpoint.Provenance::data).orElse(set == null ? "" : set.fingerprint());
  }

  private static String system(Map<String, String> engine) {
    return "%s %s, %s instructions, %s threads of the engine"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            engine.get("instructions"),
            engine.get("threads"));
  }

  /** From the jar's manifest; class folders have none. */
  private static String version() {
    String version = Reproduction.class.getPackage().getImplementationVersion();
    return version == null ? "(from class files)" : version;
  }
}
