package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Edges;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Random changes of images before a discriminator sees them, real and generated, when it learns and
 * when the generator does: with few images it cannot learn them by heart. Gradients pass through,
 * so it is a function of tensors beside the layers, not of the files that a data set is made of;
 * the data set stays as it is. Each example has draws of its own.
 *
 * <p>All is meant for values in [−1, 1]; images of another range are taken there and back, so that
 * they change alike, and what is cut away is the middle of the range.
 *
 * @param policies of which kinds the changes are; applied in the order of {@link Policy}
 * @see <a href="https://arxiv.org/abs/2006.10738">Zhao et al. 2020</a>; ranges and order are its
 *     authors' program's (no difference)
 */
public record DiffAugment(@JsonProperty(defaultValue = "null") List<Policy> policies) {

  /** A kind of change. */
  public enum Policy {
    /**
     * Brightness: adds from U(−½, ½). Saturation: scales what sets a pixel's channels apart from
     * their mean by U(0, 2). Contrast: scales what sets all values apart from the image's mean by
     * U(½, 1½).
     */
    COLOR {
      @Override
      Tensor apply(Tensor x, RandomStream stream) {
        Tensor brighter = x.plus(Noise.uniformPerExample(stream, -0.5, 0.5, x));
        Tensor saturated = spread(brighter, Noise.uniformPerExample(stream, 0, 2, x), 1);
        return spread(saturated, Noise.uniformPerExample(stream, 0.5, 1.5, x), 1, 2, 3);
      }
    },
    /** Moves by up to an eighth of the height and of the width, whole pixels; zeros come in. */
    TRANSLATION {
      @Override
      Tensor apply(Tensor x, RandomStream stream) {
        return moved(x, rounded(x.size(2) / 8.0), rounded(x.size(3) / 8.0), stream);
      }
    },
    /** A rectangle of half the height and width, centered anywhere, becomes zero. */
    CUTOUT {
      @Override
      Tensor apply(Tensor x, RandomStream stream) {
        return x.times(kept(x, rounded(x.size(2) / 2.0), rounded(x.size(3) / 2.0), stream));
      }
    };

    abstract Tensor apply(Tensor x, RandomStream stream);

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public DiffAugment {
    policies = policies == null ? List.of(Policy.values()) : List.copyOf(policies);
    require(!policies.isEmpty(), "diffAugment: expected at least one policy, got none");
  }

  /**
   * Other images, of the same shape and in the same range, but for brightness and contrast, which
   * may leave it.
   *
   * @param images (examples, channels, height, width)
   * @param low the darkest value that images have
   * @param high the brightest, above low
   */
  public Tensor apply(Tensor images, double low, double high, RandomStream stream) {
    require(low < high, "diffAugment: expected a range, got %s to %s", low, high);
    double middle = (low + high) / 2;
    double half = (high - low) / 2;
    Tensor x = images.minus(middle).times(1 / half);
    for (Policy policy : EnumSet.copyOf(policies)) {
      x = policy.apply(x, stream);
    }
    return x.times(half).plus(middle);
  }

  private static int rounded(double pixels) {
    return (int) (pixels + 0.5);
  }

  /** Scales the distances to the mean over axes. */
  private static Tensor spread(Tensor x, Tensor factor, long... axes) {
    Tensor mean = x.mean(axes, true);
    return x.minus(mean).times(factor).plus(mean);
  }

  /** Each image is a window, at a place of its own, of a copy with zeros around it. */
  private static Tensor moved(Tensor x, int down, int across, RandomStream stream) {
    int height = (int) x.size(2);
    int width = (int) x.size(3);
    int wide = width + 2 * across;
    int tall = height + 2 * down;
    long[] pixels = new long[(int) x.size(0) * height * width];
    for (int i = 0, next = 0; i < x.size(0); i++) {
      int top = stream.nextInt(2 * down + 1);
      int left = stream.nextInt(2 * across + 1);
      for (int pixel = 0; pixel < height * width; pixel++) {
        int row = top + pixel / width;
        pixels[next++] = ((long) i * tall + row) * wide + left + pixel % width;
      }
    }
    Tensor padded = new Edges(down, down, across, across).pad(x, 0).permute(0, 2, 3, 1);
    return padded
        .reshape(-1, x.size(1))
        .rows(Tensor.ofLongs(pixels, pixels.length).to(x.device()))
        .reshape(x.size(0), height, width, x.size(1))
        .permute(0, 3, 1, 2);
  }

  /** 0 inside each image's rectangle, 1 around it (examples, 1, height, width). */
  private static Tensor kept(Tensor x, int tall, int wide, RandomStream stream) {
    int height = (int) x.size(2);
    int width = (int) x.size(3);
    float[] kept = new float[(int) x.size(0) * height * width];
    for (int i = 0, next = 0; i < x.size(0); i++) {
      int top = stream.nextInt(height + 1 - tall % 2) - tall / 2;
      int left = stream.nextInt(width + 1 - wide % 2) - wide / 2;
      for (int pixel = 0; pixel < height * width; pixel++) {
        int down = pixel / width - top;
        int across = pixel % width - left;
        boolean inside = down >= 0 && down < tall && across >= 0 && across < wide;
        kept[next++] = inside ? 0 : 1;
      }
    }
    return Tensor.of(kept, x.size(0), 1, height, width).to(x.device());
  }
}
