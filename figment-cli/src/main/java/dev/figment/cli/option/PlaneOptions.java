package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.latent.Interpolation;
import dev.figment.run.exploration.Trained;
import dev.figment.train.Grid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of {@code sample}: a latent space of two numbers as a map. */
public final class PlaneOptions {
  private static final double EXTENT = 3;

  @Option(
      names = "--plane",
      description =
          "The latent plane of a model whose points have two numbers: the first rises to the right,"
              + " the second upwards (default grid: 20x20).")
  private boolean asked;

  @Option(
      names = "--extent",
      paramLabel = "E",
      description = "How far the plane reaches, from -E to E (default: 3).")
  private @Nullable Double extent;

  public boolean isAsked() {
    return asked;
  }

  public void check() {
    UsageException.require(
        extent == null || asked, "--extent: is for --plane. Add it, or leave --extent out.");
    UsageException.require(
        extent == null || extent > 0 && Double.isFinite(extent),
        "--extent: expected a number above 0, got %s",
        extent);
  }

  public Grid grid(@Nullable Grid given) {
    return given == null ? new Grid(20, 20) : given;
  }

  /** Points one after the other, for a grid row by row. */
  public float[] points(Grid grid, Trained trained) {
    UsageException.require(
        trained.latentSize() == 2,
        "--plane: expected a model whose points have 2 numbers, this one's have %d. Leave --plane"
            + " out to draw random ones.",
        trained.latentSize());
    return Interpolation.plane(grid.rows(), grid.columns(), extent == null ? EXTENT : extent)
        .values();
  }

  public String label() {
    return "plane" + (extent == null ? "" : PlainDecimal.of(extent));
  }
}
