package dev.figment.data.set;

import dev.figment.data.DataCard;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The set {@code glyphs}: digits as a hand might write them, white on black, 28×28, for a first try
 * without a download. Each example has a random stream of its own, and all arithmetic is exact to
 * the bit, so that the set is the same for everyone.
 */
final class Glyphs {
  private static final String NAME = "glyphs";
  private static final Shape SHAPE = Shape.image(28, 28, 1);
  static final List<String> DIGITS = IntStream.range(0, 10).mapToObj(String::valueOf).toList();

  static final DataSet SET =
      new SyntheticSet(
          DataCard.synthetic(
              NAME,
              "Digits drawn from strokes, gray, 28×28; 60,000 train and 10,000 test in 10 classes",
              "Apache-2.0, drawn by Figment",
              SHAPE,
              DIGITS),
          Glyphs::draw);

  private Glyphs() {}

  static ImageSet draw(Split split) {
    return draw(split, split == Split.TRAIN ? 60_000 : 10_000);
  }

  /** The first examples of a split; the classes take turns. */
  static ImageSet draw(Split split, int count) {
    int[] labels = IntStream.range(0, count).map(i -> i % DIGITS.size()).toArray();
    byte[] bytes = new byte[count * SHAPE.count()];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              RandomStream random = RandomStream.named(NAME + "/" + split + "/" + i, 1);
              Handwriting.draw(random).write(labels[i]).copyTo(bytes, i * SHAPE.count());
            });
    return ImageSet.ofBytes(NAME, SHAPE, DIGITS, labels, bytes);
  }
}
