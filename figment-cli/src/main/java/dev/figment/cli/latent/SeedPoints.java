package dev.figment.cli.latent;

import dev.figment.UsageException;
import dev.figment.run.exploration.Trained;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point for each seed: that of the first image of {@code figment sample --seed}, or its style.
 *
 * @param trained with points of that space
 */
public record SeedPoints(Trained trained, LatentSpace space) implements NamedPoints {
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
    try {
      return trained.randomPoints(1, Long.parseLong(name));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "%s: expected a seed, a whole number, got %s. A model that encodes takes images too.",
          option, name);
    }
  }

  @Override
  public String label() {
    return "seed";
  }

  @Override
  public @Nullable Integer classNumber() {
    return null;
  }
}
