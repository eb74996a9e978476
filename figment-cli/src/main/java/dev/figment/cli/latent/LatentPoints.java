package dev.figment.cli.latent;

import dev.figment.UsageException;
import dev.figment.format.Npy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Chosen points of a latent space, as {@code --latent} names them. */
public record LatentPoints(String typed) {
  /**
   * The numbers, one point after the other.
   *
   * @param size how many numbers the model's points have
   * @throws UsageException if a file holds others, or if some are not finite
   */
  public float[] numbers(int size) {
    float[] numbers = isFile() ? read(Path.of(typed), size) : constant(size);
    for (float each : numbers) {
      UsageException.require(
          Float.isFinite(each), "--latent: expected finite numbers, got %s in %s.", each, typed);
    }
    return numbers;
  }

  private float[] constant(int size) {
    float[] point = new float[size];
    Arrays.fill(point, typed.equals("zeros") ? 0 : number());
    return point;
  }

  private boolean isFile() {
    return typed.endsWith(".npy");
  }

  private float number() {
    try {
      return Float.parseFloat(typed);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "--latent: expected zeros, a number or a file that ends in .npy, got %s.", typed);
    }
  }

  private static float[] read(Path file, int size) {
    UsageException.require(Files.exists(file), "--latent: no file %s", file);
    Npy array = Npy.read(file);
    long[] shape = array.shape();
    boolean fits =
        (shape.length == 1 || shape.length == 2)
            && shape[shape.length - 1] == size
            && array.values().length > 0;
    UsageException.require(
        fits,
        "--latent: %s: expected an array (%d) or (points, %d), got %s.",
        file,
        size,
        size,
        Arrays.toString(shape));
    return array.values();
  }

  /** What files are called after it. */
  public String label() {
    return isFile() ? Path.of(typed).getFileName().toString().replace(".npy", "") : typed;
  }
}
