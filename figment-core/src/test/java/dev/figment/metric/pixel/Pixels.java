package dev.figment.metric.pixel;

import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Small sets of images. */
final class Pixels {
  private Pixels() {}

  static ImageSet set(String name, Shape shape, byte[] bytes) {
    return ImageSet.ofBytes(name, shape, List.of(), new int[bytes.length / shape.count()], bytes);
  }

  /** Pixels independent of one another. */
  static ImageSet noise(String name, int count, Shape shape, long seed) {
    byte[] bytes = new byte[count * shape.count()];
    RandomStream stream = RandomStream.named("pixels", seed);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) stream.nextInt(256);
    }
    return set(name, shape, bytes);
  }

  /** Every image a slope of its own direction and brightness. */
  static ImageSet slopes(String name, int count, Shape shape, long seed) {
    byte[] bytes = new byte[count * shape.count()];
    RandomStream stream = RandomStream.named("slopes", seed);
    for (int i = 0, at = 0; i < count; i++) {
      double down = stream.nextDouble(-4, 4);
      double across = stream.nextDouble(-4, 4);
      for (int y = 0; y < shape.height(); y++) {
        for (int x = 0; x < shape.width() * shape.channels(); x++, at++) {
          bytes[at] = (byte) Math.max(0, Math.min(255, 128 + down * y + across * (x - y)));
        }
      }
    }
    return set(name, shape, bytes);
  }

  /** Each byte changed. */
  static ImageSet changed(ImageSet set, IntUnaryOperator change) {
    byte[] bytes = new byte[set.size() * set.shape().count()];
    for (int i = 0; i < set.size(); i++) {
      set.copyBytes(i, bytes, i * set.shape().count());
    }
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) change.applyAsInt(bytes[i] & 0xff);
    }
    return set("changed", set.shape(), bytes);
  }
}
