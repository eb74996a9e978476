package dev.figment.metric;

import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.latent.PrincipalComponents;

/**
 * What a linear model makes of examples, to be compared with an autoencoder of as many latents: the
 * squared error of what is restored of their principal components, averaged over values from 0 to
 * 1.
 *
 * @param components as many as were asked for, or as there are to find
 * @see PrincipalComponents
 */
public record LinearBaseline(PrincipalComponents components) {
  private static final int PART = 500;

  /** Images of more values would take gigabytes. */
  private static final int MOST_VALUES = 8192;

  /** Whether a set has examples enough, and not too large ones. */
  public static boolean canFit(ImageSet set) {
    return set.size() >= 2 && set.shape().count() <= MOST_VALUES;
  }

  /**
   * Finds the components of a set.
   *
   * @param most how many; fewer where the set cannot have as many, being of few examples or values
   */
  public static LinearBaseline fit(ImageSet set, int most) {
    int rank = Math.min(set.size() - 1, set.shape().count());
    return new LinearBaseline(
        PrincipalComponents.fit(points(set, 0, set.size()), Math.min(most, rank)));
  }

  /** The error of each example. */
  public double[] errors(ImageSet set) {
    double[] errors = new double[set.size()];
    for (int start = 0; start < errors.length; start += PART) {
      Points part = points(set, start, Math.min(errors.length, start + PART));
      float[] restored = components.restore(components.project(part)).values();
      for (int i = 0; i < restored.length; i++) {
        double difference = restored[i] - part.values()[i];
        errors[start + i / part.size()] += difference * difference / part.size();
      }
    }
    return errors;
  }

  private static Points points(ImageSet set, int start, int end) {
    int size = set.shape().count();
    float[] values = new float[Math.multiplyExact(end - start, size)];
    for (int i = start; i < end; i++) {
      set.copyFloats(i, values, (i - start) * size);
    }
    for (int i = 0; set.holdsBytes() && i < values.length; i++) {
      values[i] /= 255;
    }
    return new Points(values, size);
  }
}
