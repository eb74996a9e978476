package dev.figment.run.report;

import dev.figment.DiskException;
import dev.figment.data.ImageSet;
import dev.figment.tensor.Backend;
import dev.figment.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        reproduction.commands(),
        Facts.note(
            "The same bits come of the same version on the same kind of CPU with the same number of"
                + " threads; elsewhere the same training in other rounding."),
        reproduction.facts());
  }

  private Html commands() {
    return subject.commands().isEmpty()
        ? Html.NONE
        : Html.of("pre", Html.of("code", String.join("\n", subject.commands())))
            .with("class", "scroll")
            .with("tabindex", "0");
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
