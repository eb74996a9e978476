package dev.figment.cli.option;

import dev.figment.picture.Tone;
import dev.figment.run.exploration.Trained;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Mixin of the commands that draw images: {@code --ink} and {@code --stretch}. */
public final class ToneOptions {
  /** What gray images are drawn with. */
  enum Ink {
    LIGHT,
    DARK;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--ink",
      paramLabel = "light|dark",
      defaultValue = "light",
      description =
          "Gray images as they are, or reversed: dark strokes on white paper (default:"
              + " ${DEFAULT-VALUE}).")
  private Ink ink;

  @Option(
      names = "--stretch",
      description =
          "Draw the lowest value of each image black and its highest white, those beyond the range"
              + " of the data too.")
  private boolean stretch;

  public Tone tone() {
    return new Tone(ink == Ink.DARK, stretch);
  }

  /** The model with images in that tone. */
  public Trained of(Trained trained) {
    return trained.toned(tone());
  }

  /** What files are called after it. */
  public String suffix() {
    return (ink == Ink.DARK ? "-dark" : "") + (stretch ? "-stretched" : "");
  }
}
