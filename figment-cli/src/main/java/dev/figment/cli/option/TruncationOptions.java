package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.model.Truncation;
import dev.figment.run.exploration.Trained;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of what samples from models that have styles: {@code --truncation}. */
public final class TruncationOptions {
  @Option(
      names = "--truncation",
      paramLabel = "PSI",
      description =
          "Of a model with styles: their distance from the mean, as a share (0.7: better images,"
              + " and more alike; 1: as they are).")
  private @Nullable Double psi;

  @Option(
      names = "--truncation-layers",
      paramLabel = "N",
      description = "Truncate in the first N layers only (default: in all).")
  private @Nullable Integer layers;

  public Truncation truncation() {
    UsageException.require(
        layers == null || psi != null,
        "--truncation-layers: is for --truncation. Add it, or leave this out.");
    return psi == null ? Truncation.NONE : new Truncation(psi, layers);
  }

  /** The model as asked for. */
  public Trained of(Trained trained) {
    Truncation truncation = truncation();
    return psi == null ? trained : trained.truncated(truncation);
  }

  /** What files are called after it. */
  public String suffix() {
    return psi == null ? "" : "-psi" + psi + (layers == null ? "" : "-layers" + layers);
  }
}
