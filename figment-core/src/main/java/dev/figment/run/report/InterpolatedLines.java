package dev.figment.run.report;

import dev.figment.data.ImageSet;
import dev.figment.latent.Interpolation;
import dev.figment.latent.Points;
import dev.figment.model.Codec;
import dev.figment.model.Sampler;
import dev.figment.run.exploration.LatentLine;
import dev.figment.run.exploration.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the model has between points: of those that it draws, or else of images. */
final class InterpolatedLines {
  private static final String TITLE = "Interpolation";
  private static final int LINES = 4;
  private static final int STEPS = 8;

  private interface Way {
    Points between(float[] a, float[] b, int steps);
  }

  private InterpolatedLines() {}

  static Section of(Subject subject) {
    Trained trained = subject.trained().value();
    if (trained == null || !subject.isOfImages()) {
      return Section.none();
    }
    if (trained.is(Sampler.class)) {
      return section(
          "Each line goes along an arc from one random point to another; seed %d."
              .formatted(subject.seed()),
          lines(trained, ofSeed(trained, subject.seed()), Interpolation::spherical));
    }
    return trained.is(Codec.class)
        ? subject.test().section(TITLE, test -> ofImages(trained, test))
        : Section.none();
  }

  private static Section section(String words, Html lines) {
    return Section.of("interpolation", TITLE, Facts.paragraph(words), lines);
  }

  private static Points ofSeed(Trained trained, long seed) {
    return new Points(trained.randomPoints(2 * LINES, seed), trained.latentSize());
  }

  private static Section ofImages(Trained trained, ImageSet test) {
    int count = Math.min(2 * LINES, test.size());
    ImageSet first = test.only(IntStream.range(0, count).toArray());
    Points points = new Points(trained.encode(first), trained.latentSize());
    return section(
        "Each line goes straight from the point of one test image to that of another.",
        lines(trained, points, Interpolation::linear));
  }

  private static Html lines(Trained trained, Points ends, Way way) {
    List<Html> lines = new ArrayList<>();
    for (int i = 0; i + 1 < ends.count(); i += 2) {
      Points points = way.between(ends.row(i), ends.row(i + 1), STEPS);
      int classes = trained.classes().count();
      Integer ofClass = classes == 0 ? null : i / 2 % classes;
      LatentLine line = LatentLine.of(trained, points, ofClass);
      lines.add(
          Pixels.of(
              line.images().grid(1, STEPS).scale(1).margin(1).toImage(),
              "%d images from one point to another".formatted(STEPS)));
    }
    return Html.of("div", lines).with("class", "lines");
  }
}
