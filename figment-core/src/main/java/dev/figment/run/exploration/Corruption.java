package dev.figment.run.exploration;

import static dev.figment.UsageException.require;

import dev.figment.data.Range;
import dev.figment.nn.Dropout;
import dev.figment.nn.GaussianNoise;
import dev.figment.nn.Layer;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What damages images before a model sees them.
 *
 * @param name what it does: {@code dropout 0.5}
 */
public record Corruption(String name, Damage damage) {
  /** From images (examples, channels, height, width) to damaged ones of the same shape. */
  @FunctionalInterface
  public interface Damage {
    Tensor of(Tensor x, RandomStream stream);
  }

  /** What layers such as {@code dropout} do in training, one after the other. */
  public static Corruption of(List<? extends Layer> layers) {
    String name = layers.stream().map(Corruption::name).collect(Collectors.joining(", "));
    return new Corruption(name, (x, stream) -> through(layers, x, Pass.training(stream)));
  }

  private static String name(Layer layer) {
    if (layer instanceof Dropout dropout) {
      return "dropout " + dropout.rate();
    }
    return layer instanceof GaussianNoise noise
        ? "gaussian noise " + noise.deviation()
        : layer.kind();
  }

  private static Tensor through(List<? extends Layer> layers, Tensor x, Pass pass) {
    Tensor y = x;
    for (Layer layer : layers) {
      y = layer.apply(y, Parameters.of(List.of()), pass);
    }
    return y;
  }

  /**
   * A rectangle of each image becomes black, at a random place that is all within the image. Its
   * height and width are those of the image times √share, rounded, at least one pixel.
   *
   * @param share of the image's area, above 0 and below 1
   * @param range of the images
   */
  public static Corruption mask(double share, Range range) {
    require(share > 0 && share < 1, "mask: the share must be above 0 and below 1, got %s", share);
    return new Corruption(
        "mask " + share,
        (x, stream) -> {
          Tensor kept = kept(x.shape(), Math.sqrt(share), stream).to(x.device());
          return x.minus(range.low()).times(kept).plus(range.low());
        });
  }

  /** 0 within the rectangle of each image, 1 around it (examples, 1, height, width). */
  private static Tensor kept(long[] shape, double side, RandomStream stream) {
    int height = (int) shape[2];
    int width = (int) shape[3];
    int tall = (int) Math.max(1, Math.round(height * side));
    int wide = (int) Math.max(1, Math.round(width * side));
    float[] kept = new float[Math.toIntExact(shape[0] * height * width)];
    Arrays.fill(kept, 1);
    for (int image = 0; image < shape[0]; image++) {
      int top = image * height + stream.nextInt(height - tall + 1);
      int left = stream.nextInt(width - wide + 1);
      for (int row = top; row < top + tall; row++) {
        Arrays.fill(kept, row * width + left, row * width + left + wide, 0);
      }
    }
    return Tensor.of(kept, shape[0], 1, height, width);
  }
}
