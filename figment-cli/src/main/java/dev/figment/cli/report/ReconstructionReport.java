package dev.figment.cli.report;

import dev.figment.run.exploration.Corruption;
import dev.figment.run.exploration.Reconstructions;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How near reconstructions are to the images, for people and as JSON. Errors are (x − x̂)²,
 * averaged over pixels from 0 to 1 and over images.
 *
 * @param picture where the images are drawn
 * @param corruption what damaged them; null where nothing did
 * @param damagedMeanSquaredError of the damaged images, clipped to the range of the data; null
 *     where there are none
 */
public record ReconstructionReport(
    String picture,
    int images,
    @Nullable String corruption,
    @Nullable Double damagedMeanSquaredError,
    double meanSquaredError) {
  public static ReconstructionReport of(
      Reconstructions made, @Nullable Corruption corruption, String picture) {
    return new ReconstructionReport(
        picture,
        made.count(),
        corruption == null ? null : corruption.name(),
        corruption == null ? null : made.damagedMeanSquaredError(),
        made.meanSquaredError());
  }

  /** A line, or one for the damaged images and one for the repaired. */
  public void print(PrintWriter to) {
    String over =
        String.format(
            Locale.ROOT, "over %,d image%s, pixels from 0 to 1", images, images == 1 ? "" : "s");
    if (damagedMeanSquaredError == null) {
      to.printf(Locale.ROOT, "mean squared error: %.5f %s%n", meanSquaredError, over);
    } else {
      to.printf("mean squared error %s, after %s%n", over, corruption);
      to.printf(Locale.ROOT, "damaged:  %.5f%n", damagedMeanSquaredError);
      to.printf(Locale.ROOT, "repaired: %.5f%n", meanSquaredError);
    }
  }
}
