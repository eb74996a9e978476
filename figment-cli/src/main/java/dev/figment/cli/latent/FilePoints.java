package dev.figment.cli.latent;

import dev.figment.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The points of a file, by their numbers from 0: those that {@code figment project} found. */
public final class FilePoints implements NamedPoints {
  private final LatentPoints file;
  private final float[] numbers;
  private final int size;
  private final LatentSpace space;

  /**
   * @param size how many numbers the model's points have
   * @throws UsageException if it holds others
   */
  public FilePoints(Path file, int size, LatentSpace space) {
    UsageException.require(
        file.toString().endsWith(".npy"),
        "--latent: expected a file that ends in .npy, got %s.",
        file);
    this.file = new LatentPoints(file.toString());
    this.numbers = this.file.numbers(size);
    this.size = size;
    this.space = space;
  }

  @Override
  public InterpolationPath path() {
    return space == LatentSpace.Z ? InterpolationPath.SPHERICAL : InterpolationPath.LINEAR;
  }

  @Override
  public boolean areOfImages() {
    return false;
  }

  @Override
  public float[] mean(String option, List<String> names) {
    return NamedPoints.mean(names.stream().map(name -> point(option, name)).toList());
  }

  private float[] point(String option, String name) {
    int count = numbers.length / size;
    UsageException.require(
        name.matches("\\d{1,9}") && Integer.parseInt(name) < count,
        "%s: expected a point of %s by its number from 0 to %d, got %s.",
        option,
        file.typed(),
        count - 1,
        name);
    int start = Integer.parseInt(name) * size;
    return Arrays.copyOfRange(numbers, start, start + size);
  }

  @Override
  public String label() {
    return file.label();
  }

  @Override
  public @Nullable Integer classNumber() {
    return null;
  }
}
