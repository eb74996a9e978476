package dev.figment.run.report;

import dev.figment.data.ImageSet;
import dev.figment.model.Sampler;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Samples beside the images of the training set that are nearest to them: what is a copy shows. */
final class NearestImages {
  private static final String TITLE = "Nearest training images";
  private static final int SAMPLES = 12;
  private static final int NEIGHBORS = 3;

  private NearestImages() {}

  static Section of(Subject subject) {
    Trained trained = subject.trained().value();
    if (trained == null || !trained.is(Sampler.class) || !subject.isOfImages()) {
      return Section.none();
    }
    return subject.training().section(TITLE, set -> of(subject, trained, set));
  }

  private static Section of(Subject subject, Trained trained, ImageSet set) {
    if (!set.shape().equals(trained.form().shape())) {
      return Section.absent(TITLE, "the images are of %s now".formatted(set.shape()));
    }
    Samples samples = trained.sample(SAMPLES, subject.seed());
    List<List<Neighbor>> nearest =
        new NeighborSearch(set, NEIGHBORS).of(samples, subject.progress());
    List<Html> rows =
        IntStream.range(0, SAMPLES).mapToObj(i -> row(samples, i, nearest.get(i), set)).toList();
    return Section.of(
        "nearest",
        TITLE,
        Facts.paragraph(
            "The first %d samples, each before the %d of %s training images that are nearest to it."
                    .formatted(SAMPLES, NEIGHBORS, Figures.count(set.size()))
                + " Below each its distance: the root mean square of differences of pixels, of"
                + " 0 to 255. A distance near 0 would be a copy."),
        Html.of("div", rows).with("class", "nearest"));
  }

  private static Html row(Samples samples, int sample, List<Neighbor> nearest, ImageSet set) {
    List<Html> figures = new ArrayList<>();
    figures.add(figure(Tiles.one(samples, sample, "sample %d".formatted(sample + 1)), "sample"));
    for (Neighbor each : nearest) {
      Samples image = new Samples(set.shape(), bytes(set, each.index()));
      String alt = "training image %d".formatted(each.index());
      figures.add(
          figure(Tiles.one(image, 0, alt), String.format(Locale.ROOT, "%.1f", each.distance())));
    }
    return Html.of("div", figures).with("class", "row");
  }

  private static Html figure(Html image, String caption) {
    return Html.of("figure", image, Html.of("figcaption", caption));
  }

  private static byte[] bytes(ImageSet set, int index) {
    byte[] bytes = new byte[set.shape().count()];
    set.copyBytes(index, bytes, 0);
    return bytes;
  }
}
