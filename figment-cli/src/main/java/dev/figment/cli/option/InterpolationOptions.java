package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.cli.latent.InterpolationPath;
import dev.figment.cli.latent.LatentSpace;
import dev.figment.cli.latent.NamedPoints;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of {@code interpolate}: from where to where. */
public final class InterpolationOptions {
  @Option(
      names = "--from",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "WHAT,…",
      description = "Where to begin. Of several, as in 1,2,3, the mean.")
  private List<String> from = List.of();

  @Option(
      names = "--to",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "WHAT,…",
      description = "Where a line ends.")
  private List<String> to = List.of();

  @Option(
      names = "--minus",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "WHAT,…",
      description = "What to take away from --from, the mean again; then --plus is added.")
  private List<String> minus = List.of();

  @Option(
      names = "--plus",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "WHAT,…",
      description = "What to add to --from once --minus is taken away.")
  private List<String> plus = List.of();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many images a line has (default: 10; 30 for a GIF).")
  private @Nullable Integer steps;

  @Option(
      names = "--path",
      paramLabel = "linear|spherical",
      description =
          "How a line goes (default: linear between images; spherical between seeds, whose points"
              + " lie near a sphere, but linear between their styles).")
  private @Nullable InterpolationPath path;

  @Option(
      names = "--space",
      paramLabel = "z|w",
      defaultValue = "z",
      description =
          "Of a model with styles: between its points z or their styles w (default:"
              + " ${DEFAULT-VALUE}).")
  private LatentSpace space;

  public void check() {
    boolean line = !to.isEmpty();
    UsageException.require(
        !line || !from.isEmpty(), "--to: a line begins at --from. Name that too.");
    UsageException.require(
        minus.isEmpty() == plus.isEmpty(),
        "--minus, --plus: arithmetic is --from minus --minus plus --plus. Name all three.");
    UsageException.require(
        minus.isEmpty() || !line,
        "--to: is for a line, --minus and --plus for arithmetic. Leave one of them out.");
    UsageException.require(
        from.isEmpty() != (line || !minus.isEmpty()),
        "--from: a line needs --to as well, arithmetic --minus and --plus.");
    UsageException.require(
        steps == null || steps >= 2 && steps <= 1000, "--steps: expected 2 to 1000, got %d", steps);
    UsageException.require(
        minus.isEmpty() || steps == null && path == null,
        "--steps, --path: are for lines. Leave them out of arithmetic.");
  }

  public boolean isArithmetic() {
    return !minus.isEmpty();
  }

  public boolean isLine() {
    return !to.isEmpty();
  }

  /** Whether only lines have this, and no line is named. */
  public boolean shapesLine() {
    return steps != null || path != null;
  }

  public List<String> from() {
    return from;
  }

  public List<String> to() {
    return to;
  }

  public List<String> minus() {
    return minus;
  }

  public List<String> plus() {
    return plus;
  }

  public LatentSpace space() {
    return space;
  }

  public int steps(boolean moving) {
    return steps != null ? steps : moving ? 30 : 10;
  }

  public InterpolationPath path(NamedPoints points) {
    return path == null ? points.path() : path;
  }
}
