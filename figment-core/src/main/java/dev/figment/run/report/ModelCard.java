package dev.figment.run.report;

import dev.figment.data.DataCard;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSummary;
import dev.figment.data.ImageSet;
import dev.figment.data.set.ImageSets;
import dev.figment.model.Codec;
import dev.figment.model.Sampler;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.SampleResult;
import dev.figment.run.folder.SampleResults;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model card: what the run knows of itself. What only people can say is marked, to be filled
 * in.
 *
 * @see <a href="https://doi.org/10.1145/3287560.3287596">Mitchell et al. 2019</a>
 */
final class ModelCard {
  private static final String COVERAGE = "(recall|coverage|class-share).*";

  private final Subject subject;
  private final DataRecipe data;
  private final @Nullable DataCard card;

  private ModelCard(Subject subject) {
    this.subject = subject;
    this.data = subject.recipe().data();
    boolean isKnown = !data.namesPath() && ImageSets.names().contains(data.set());
    this.card = isKnown ? ImageSets.known(data.set()).card() : null;
  }

  static Section of(Subject subject) {
    return Section.of("card", "Model card", new ModelCard(subject).html());
  }

  private Html html() {
    return new Facts()
        .add("model", subject.recipe().recipe() + abilities())
        .add("intended use", toFill("what it is for, and what it is not for"))
        .add("learned from", card == null ? data.set() : data.set() + ": " + card.about())
        .add("published at", card == null ? "" : card.page())
        .add(
            "terms of the data",
            card == null ? toFill("license and source") : Html.text(card.license()))
        .add("examples", examples())
        .add("per class", perClass())
        .add("not learned from", leftOut())
        .add("what it fails to draw", unmeasured())
        .add("license of the model", toFill("license"))
        .add("contact", toFill("who answers for it"))
        .list()
        .with("class", "card");
  }

  private static Html toFill(String what) {
    return Html.of("mark", "to be filled in: " + what);
  }

  private String abilities() {
    Trained trained = subject.trained().value();
    if (trained == null) {
      return ", without weights";
    }
    List<String> abilities = new ArrayList<>();
    if (trained.is(Sampler.class)) {
      abilities.add("draws examples from random points");
    }
    if (trained.is(Codec.class)) {
      abilities.add("encodes examples to points and decodes them");
    }
    return abilities.isEmpty() ? "" : ": " + String.join(", ", abilities);
  }

  private String examples() {
    ImageSet set = subject.training().value();
    List<String> words = new ArrayList<>();
    words.add("split " + data.split());
    if (set != null) {
      words.add("%s of %s".formatted(Figures.count(set.size()), Figures.shape(set.shape())));
    }
    if (data.size() != null) {
      words.add("resized (%s)".formatted(data.fit()));
    }
    if (data.colors() != null) {
      words.add("converted to " + data.colors());
    }
    words.add("values " + data.range());
    return String.join(", ", words);
  }

  private String perClass() {
    ImageSet set = subject.training().value();
    if (set == null || set.classes().isEmpty()) {
      return "";
    }
    Map<String, Integer> counts = DataSummary.of(set).examplesPerClass();
    int fewest = Collections.min(counts.values());
    int most = Collections.max(counts.values());
    return fewest == most
        ? "%s each".formatted(Figures.count(most))
        : "%s to %s; fewest of %s"
            .formatted(Figures.count(fewest), Figures.count(most), nameOf(fewest, counts));
  }

  private static String nameOf(int count, Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .filter(each -> each.getValue() == count)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Of the set: classes that were not asked for, and the other split. */
  private String leftOut() {
    List<String> words = new ArrayList<>();
    if (card != null && data.classes() != null) {
      List<String> others = new ArrayList<>(card.classes());
      others.removeAll(data.classes());
      words.add("the classes " + String.join(", ", others));
    }
    switch (data.split()) {
      case TRAIN -> words.add("the split test");
      case TEST -> words.add("the split train");
      case ALL -> {}
    }
    return String.join("; ", words);
  }

  /** A model may leave out what it learned from; whether it does is said by few metrics. */
  private String unmeasured() {
    List<SampleResult> results = new SampleResults(subject.folder()).all();
    if (results.isEmpty()) {
      return "not measured";
    }
    SampleResult newest = results.get(results.size() - 1);
    List<String> said =
        newest.values().keySet().stream()
            .filter(each -> each.matches(COVERAGE))
            .map(each -> each + " " + Figures.value(Objects.requireNonNull(newest.estimate(each))))
            .toList();
    return said.isEmpty()
        ? "not measured: recall, coverage and class-share would say it"
        : "by its newest metrics: " + String.join(", ", said);
  }
}
