package dev.figment.run.report;

import dev.figment.model.Sampler;
import dev.figment.nn.Shape;
import dev.figment.run.exploration.KnownClasses;
import dev.figment.run.exploration.Trained;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Images that the model draws now, of points that no snapshot has. */
final class FinalSamples {
  private static final String TITLE = "Samples";
  private static final int PER_CLASS = 8;
  private static final int MOST_CLASSES = 20;
  private static final int MOST = 64;
  private static final int FEWEST = 16;

  /** Values of pixels in all, before large images are shown in smaller numbers. */
  private static final int ROOM = 400_000;

  private FinalSamples() {}

  static Section of(Subject subject) {
    return subject.trained().section(TITLE, trained -> of(subject, trained));
  }

  private static Section of(Subject subject, Trained trained) {
    if (!trained.is(Sampler.class)) {
      return Section.absent(TITLE, "the model has no distribution to sample from");
    }
    if (!subject.isOfImages()) {
      return Section.absent(
          TITLE,
          "what the model makes is no images but %s each"
              .formatted(Figures.shape(trained.form().shape())));
    }
    KnownClasses classes = trained.classes();
    boolean inRows = classes.count() > 0 && classes.count() <= MOST_CLASSES;
    return Section.of(
        "samples",
        TITLE,
        Facts.paragraph(words(subject, trained)),
        inRows ? rows(trained, classes, subject.seed()) : any(trained, subject.seed()));
  }

  private static String words(Subject subject, Trained trained) {
    return "Drawn with seed %d by the model of step %s, none chosen, not truncated."
        .formatted(subject.seed(), Figures.count(trained.position().step()));
  }

  /** How many images of a shape a page has room for. */
  static int room(Shape shape) {
    return Math.max(FEWEST, Math.min(MOST, ROOM / shape.count()));
  }

  private static Html any(Trained trained, long seed) {
    int count = room(trained.form().shape());
    return Tiles.of(trained.sample(count, seed), count + " images that the model drew");
  }

  private static Html rows(Trained trained, KnownClasses classes, long seed) {
    float[] points = trained.randomPoints(PER_CLASS, seed);
    List<Html> rows = new ArrayList<>();
    for (int i = 0; i < classes.count(); i++) {
      String name = i < classes.names().size() ? classes.names().get(i) : String.valueOf(i);
      int[] all = new int[PER_CLASS];
      Arrays.fill(all, i);
      rows.add(Html.of("h3", name));
      rows.add(Tiles.of(trained.imagesAt(points, all), PER_CLASS + " images drawn as " + name));
    }
    return Html.of("div", rows).with("class", "by-class");
  }
}
