package dev.figment.run.report;

import dev.figment.DiskException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.TrainRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What was trained on what, for how long: the head of the page. */
final class Overview {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Subject subject;
  private final List<JsonNode> ticks;

  private Overview(Subject subject) {
    this.subject = subject;
    this.ticks = new JsonLines(subject.folder().statistics()).read();
  }

  static Html of(Subject subject) {
    return new Overview(subject).html();
  }

  private Html html() {
    String about = subject.recipe().about();
    return Html.of(
        "header",
        Html.of("p", "Figment · report of a run").with("class", "kind"),
        Html.of("h1", subject.recipe().recipe()),
        about.isEmpty() ? Html.NONE : Html.of("p", about).with("class", "lede"),
        facts().with("class", "facts"));
  }

  private Html facts() {
    return new Facts()
        .add("data", data())
        .add("classes", classes())
        .add("trained for", length())
        .add("in", time())
        .add("rate", rate())
        .add("files dated", dates())
        .add("batch", batch())
        .add("parameters", parameters())
        .add("checkpoint", checkpoint())
        .list();
  }

  private String data() {
    DataRecipe data = subject.recipe().data();
    String name = data.set() + ", split " + data.split();
    ImageSet set = subject.training().value();
    ExampleForm form = subject.form().value();
    String shape = form == null ? "" : " of " + Figures.shape(form.shape());
    return set == null
        ? name + shape
        : "%s: %s%s".formatted(name, Figures.count(set.size()), shape);
  }

  private String classes() {
    ExampleForm form = subject.form().value();
    if (form == null || form.classes().isEmpty()) {
      return "";
    }
    List<String> names = form.classes();
    return names.size() <= 12
        ? "%d: %s".formatted(names.size(), String.join(", ", names))
        : Figures.count(names.size());
  }

  private String length() {
    if (ticks.isEmpty()) {
      return "nothing yet: there are no statistics";
    }
    JsonNode last = ticks.get(ticks.size() - 1);
    return String.format(
        Locale.ROOT,
        "%,d steps · %s epochs · %s kimg%s",
        last.path("step").asLong(0),
        Figures.amount(last.path("epoch").asDouble(0)),
        Figures.amount(last.path("kimg").asDouble(0)),
        asked());
  }

  /** What the recipe asks for. */
  private String asked() {
    TrainRecipe train = subject.recipe().train();
    List<String> ends = new ArrayList<>();
    if (train.steps() != null) {
      ends.add(Figures.count(train.steps()) + " steps");
    }
    if (train.epochs() != null) {
      ends.add(Figures.count(train.epochs()) + (train.epochs() == 1 ? " epoch" : " epochs"));
    }
    if (train.kimg() != null) {
      ends.add(Figures.amount(train.kimg()) + " kimg");
    }
    return " (asked for: " + String.join(", at most ", ends) + ")";
  }

  private String time() {
    return ticks.isEmpty()
        ? ""
        : Figures.duration(ticks.get(ticks.size() - 1).path("seconds").asDouble(0));
  }

  private String rate() {
    if (ticks.isEmpty()) {
      return "";
    }
    JsonNode last = ticks.get(ticks.size() - 1);
    double seconds = last.path("seconds").asDouble(0);
    double images = 1000 * last.path("kimg").asDouble(0);
    return seconds > 0
        ? "%s images/s on average".formatted(Figures.count(Math.round(images / seconds)))
        : "";
  }

  /** When the recipe was written and when the last statistics were, by their files. */
  private String dates() {
    RunFolder folder = subject.folder();
    ZonedDateTime begun = date(folder.recipeFile());
    ZonedDateTime end = ticks.isEmpty() ? begun : date(folder.statistics());
    String first = DAY.format(begun) + ", " + TIME.format(begun);
    String last = DAY.format(end) + ", " + TIME.format(end);
    if (first.equals(last)) {
      return first + " UTC";
    }
    boolean isOneDay = begun.toLocalDate().equals(end.toLocalDate());
    return "%s to %s UTC".formatted(first, isOneDay ? TIME.format(end) : last);
  }

  private static ZonedDateTime date(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().atZone(ZoneOffset.UTC);
    } catch (IOException e) {
      throw new DiskException(file, "reading the date", e);
    }
  }

  private String batch() {
    TrainRecipe train = subject.recipe().train();
    return (train.accumulate() == 1 ? "" : train.accumulate() + "×")
        + Figures.count(train.batch())
        + " examples, "
        + train.precision();
  }

  private String parameters() {
    return NetworkTables.summaries(subject).stream()
        .map(each -> each.name() + " " + Figures.count(each.parameters()))
        .collect(Collectors.joining(" · "));
  }

  private String checkpoint() {
    Checkpoint chosen = subject.checkpoint().value();
    if (chosen == null) {
      return "none";
    }
    int all = subject.folder().checkpoints().all().size();
    return "step %s, of %s"
        .formatted(Figures.count(chosen.stepInName()), all == 1 ? "one" : String.valueOf(all));
  }
}
