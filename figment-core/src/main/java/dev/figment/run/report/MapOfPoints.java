package dev.figment.run.report;

import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.latent.TSne;
import dev.figment.model.Codec;
import dev.figment.picture.LatentMap;
import dev.figment.picture.Palette;
import dev.figment.run.exploration.Embedding;
import dev.figment.run.exploration.RandomExamples;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/** Where the model puts test images in its latent space. */
final class MapOfPoints {
  private static final String TITLE = "Map of the latent space";
  private static final int MOST = 1000;
  private static final int IMAGES = 60;

  private MapOfPoints() {}

  static Section of(Subject subject) {
    Trained trained = subject.trained().value();
    if (trained == null) {
      return Section.none();
    }
    if (!trained.is(Codec.class)) {
      return Section.absent(TITLE, "the model does not encode, so images have no points");
    }
    return subject.test().section(TITLE, test -> of(subject, trained, test));
  }

  private static Section of(Subject subject, Trained trained, ImageSet test) {
    ImageSet some = RandomExamples.of(test, MOST, RandomStream.named("map", subject.seed()));
    Points points = new Points(trained.encode(some), trained.latentSize());
    TSne method = TSne.standard().withPerplexity(Math.max(1, Math.min(30, some.size() / 5)));
    boolean isPlane = points.size() == 2;
    if (!isPlane && some.size() < method.leastPoints()) {
      return Section.absent(TITLE, "%d test examples are too few for a map".formatted(some.size()));
    }
    Points plane =
        isPlane
            ? points
            : Embedding.of(
                points, method, RandomStream.named("map", subject.seed()), subject.progress());
    return Section.of(
        "map",
        TITLE,
        Facts.paragraph(words(some, points, isPlane)),
        legend(some),
        map(some, plane));
  }

  private static String words(ImageSet some, Points points, boolean isPlane) {
    String examples = Figures.count(some.size()) + " examples of the test split";
    return isPlane
        ? examples + ", by the two numbers of their points."
        : examples
            + ", whose points of %d numbers t-SNE brings to a plane: neighbors stay neighbors; sizes"
                .formatted(points.size())
            + " of groups, and how far apart they are, say nothing.";
  }

  private static Html map(ImageSet some, Points plane) {
    LatentMap map =
        LatentMap.of("", plane)
            .examples(some, IntStream.range(0, some.size()).toArray())
            .mostImages(IMAGES);
    return Html.of("div", Html.markup(map.planeSvg()))
        .with("class", "map")
        .with("role", "img")
        .with("aria-label", "map of " + Figures.count(some.size()) + " points");
  }

  private static Html legend(ImageSet some) {
    List<Html> entries =
        IntStream.range(0, some.classes().size())
            .mapToObj(i -> Html.of("li", dot(i), Html.text(some.classes().get(i))))
            .toList();
    return entries.isEmpty() ? Html.NONE : Html.of("ul", entries).with("class", "legend");
  }

  private static Html dot(int index) {
    Html circle =
        Html.of("circle")
            .with("cx", "6")
            .with("cy", "6")
            .with("r", "5")
            .with("fill", ChartColors.hex(Palette.ofClass(index)));
    return Html.of("svg", circle)
        .with("width", "12")
        .with("height", "12")
        .with("aria-hidden", "true");
  }
}
