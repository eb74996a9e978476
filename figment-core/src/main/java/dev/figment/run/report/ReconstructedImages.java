package dev.figment.run.report;

import dev.figment.data.ImageSet;
import dev.figment.model.Codec;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Images of the test split beside what the model makes of each. */
final class ReconstructedImages {
  private static final String TITLE = "Reconstructions";
  private static final int COUNT = 12;

  private ReconstructedImages() {}

  static Section of(Subject subject) {
    Trained trained = subject.trained().value();
    return trained == null || !trained.is(Codec.class) || !subject.isOfImages()
        ? Section.none()
        : subject.test().section(TITLE, test -> of(trained, test));
  }

  private static Section of(Trained trained, ImageSet test) {
    ImageSet first = test.only(IntStream.range(0, Math.min(COUNT, test.size())).toArray());
    Reconstructions made = trained.reconstruct(first);
    return Section.of(
        "reconstructions",
        TITLE,
        Facts.paragraph(
            "The first %d images of the test split, which were not learned from, each before what"
                    .formatted(made.count())
                + " the model makes of it. Mean squared error of these: %s, of pixels from 0 to 1."
                    .formatted(Figures.brief(made.meanSquaredError()))),
        pairs(made));
  }

  private static Html pairs(Reconstructions made) {
    Samples originals = new Samples(made.shape(), made.originals());
    Samples results = new Samples(made.shape(), made.reconstructions());
    List<Html> pairs = new ArrayList<>();
    for (int i = 0; i < made.count(); i++) {
      pairs.add(
          Html.of(
                  "div",
                  Tiles.one(originals, i, "test image %d".formatted(i)),
                  Tiles.one(results, i, "its reconstruction"))
              .with("class", "pair"));
    }
    return Html.of("div", pairs).with("class", "pairs");
  }
}
