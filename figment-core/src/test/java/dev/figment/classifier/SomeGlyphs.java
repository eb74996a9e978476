package dev.figment.classifier;

import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.tensor.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/** A part of the set glyphs, and what is no digit. */
final class SomeGlyphs {
  static final ImageSet TRAIN = some(Split.TRAIN, 1000);
  static final ImageSet TEST = some(Split.TEST, 500);

  private SomeGlyphs() {}

  private static ImageSet some(Split split, int count) {
    ImageSet all = ImageSets.open(DataRecipe.of("glyphs").withSplit(split), null);
    return all.only(IntStream.range(0, count).toArray());
  }

  /** Noise under the labels of the training digits. */
  static ImageSet noise() {
    byte[] pixels = new byte[TRAIN.size() * TRAIN.shape().count()];
    RandomStream.named("noise", 1).nextBytes(pixels);
    return ImageSet.ofBytes("noise", TRAIN.shape(), TRAIN.classes(), TRAIN.labels(), pixels);
  }

  /** The same pictures, to which no one gave classes. */
  static ImageSet unlabeled() {
    byte[] pixels = new byte[TEST.size() * TEST.shape().count()];
    for (int i = 0; i < TEST.size(); i++) {
      TEST.copyBytes(i, pixels, i * TEST.shape().count());
    }
    return ImageSet.ofBytes("photos", TEST.shape(), List.of(), new int[TEST.size()], pixels);
  }
}
