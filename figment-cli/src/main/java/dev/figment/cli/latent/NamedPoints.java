package dev.figment.cli.latent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The points of a latent space that {@code --from} and the like name: by seeds, or by images. */
public interface NamedPoints {
  /** How to go between them where nothing is said. */
  InterpolationPath path();

  /** Whether the user has an image for each, beside what the model makes of it. */
  boolean areOfImages();

  /**
   * The mean of what is named.
   *
   * @param option as in {@code --from}, for messages
   */
  float[] mean(String option, List<String> names);

  /** What files are called after them. */
  String label();

  /** The class to decode them as; null to leave it to the model. */
  @Nullable Integer classNumber();

  static float[] mean(List<float[]> points) {
    float[] mean = new float[points.get(0).length];
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      for (float[] point : points) {
        sum += point[i];
      }
      mean[i] = (float) (sum / points.size());
    }
    return mean;
  }
}
