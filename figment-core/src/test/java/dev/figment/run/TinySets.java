package dev.figment.run;

import dev.figment.data.ImageSet;
import dev.figment.data.set.DataSplits;
import dev.figment.nn.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures of 8×8 that a program has in memory: bars and slants, train and test. */
final class TinySets {
  private TinySets() {}

  static DataSplits splits() {
    return DataSplits.of(set(40), set(20));
  }

  static ImageSet set(int count) {
    byte[] pixels = new byte[count * 64];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 8; j++) {
        int row = i % 2 == 0 ? (j + i / 2) % 8 : i / 2 % 8;
        pixels[i * 64 + 8 * row + j] = (byte) (255 - i);
      }
    }
    int[] labels = IntStream.range(0, count).map(i -> i % 2).toArray();
    return ImageSet.ofBytes(
        "stripes", Shape.image(8, 8, 1), List.of("slants", "bars"), labels, pixels);
  }
}
