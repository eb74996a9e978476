package dev.figment.bench.quality;

import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;

/** Real images made worse, by bytes. */
final class Damage {
  private static final int[] BINOMIAL = {1, 2, 1};

  private Damage() {}

  /** By a 3×3 binomial window, edges repeated. */
  static ImageSet blurred(ImageSet set) {
    Shape shape = set.shape();
    byte[] pixels = pixels(set);
    byte[] blurred = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int start = i / shape.count() * shape.count();
      int channel = i % shape.channels();
      int x = i / shape.channels() % shape.width();
      int y = (i - start) / shape.channels() / shape.width();
      int sum = 0;
      for (int window = 0; window < 9; window++) {
        int row = Math.min(Math.max(y + window / 3 - 1, 0), shape.height() - 1);
        int column = Math.min(Math.max(x + window % 3 - 1, 0), shape.width() - 1);
        int pixel = start + (row * shape.width() + column) * shape.channels() + channel;
        sum += BINOMIAL[window / 3] * BINOMIAL[window % 3] * (pixels[pixel] & 0xff);
      }
      blurred[i] = (byte) Math.round(sum / 16.0);
    }
    return ImageSet.ofBytes("blurred", shape, set.classes(), set.labels(), blurred);
  }

  /** By normal noise, clipped. */
  static ImageSet noisy(ImageSet set, double deviation, long seed) {
    byte[] pixels = pixels(set);
    float[] noise = Noise.normals(RandomStream.named("noise", seed), pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      double value = (pixels[i] & 0xff) + deviation * noise[i];
      pixels[i] = (byte) Math.round(Math.min(255, Math.max(0, value)));
    }
    return ImageSet.ofBytes("noisy", set.shape(), set.classes(), set.labels(), pixels);
  }

  private static byte[] pixels(ImageSet set) {
    byte[] pixels = new byte[set.size() * set.shape().count()];
    for (int i = 0; i < set.size(); i++) {
      set.copyBytes(i, pixels, i * set.shape().count());
    }
    return pixels;
  }
}
