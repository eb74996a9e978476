package dev.figment.cli.report;

import dev.figment.latent.Activity;
import dev.figment.latent.Histogram;
import dev.figment.picture.Histograms;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * How active the units of a coding are, for people and as JSON.
 *
 * @param picture where the histograms are drawn
 * @param shareBelowTenth of activations below 0.1
 * @param shareOfUnitsFromOneToTwoTenths of units whose mean activity is from 0.1 to 0.2
 */
public record CodingsReport(
    String picture,
    int images,
    int units,
    double mean,
    double shareBelowTenth,
    double shareOfUnitsFromOneToTwoTenths,
    Histogram activations,
    Histogram unitMeans) {
  /** Measures codings. */
  public static CodingsReport of(Activity activity, int bins, String picture) {
    return new CodingsReport(
        picture,
        activity.activations().count(),
        activity.activations().size(),
        activity.mean(),
        activity.shareBelow(0.1),
        activity.shareOfUnitsWithin(0.1, 0.2),
        activity.histogram(bins),
        activity.histogramOfUnitMeans(bins));
  }

  /** Both histograms. */
  public Histograms drawn(String title) {
    return Histograms.titled(title)
        .panel(
            String.format(Locale.ROOT, "activations: %.1f %% below 0.1", 100 * shareBelowTenth),
            activations,
            mean)
        .panel(
            String.format(
                Locale.ROOT,
                "mean of each unit: %.1f %% from 0.1 to 0.2",
                100 * shareOfUnitsFromOneToTwoTenths),
            unitMeans,
            mean);
  }

  public void print(PrintWriter to) {
    to.printf(Locale.ROOT, "codings      %,d of %,d units%n", images, units);
    to.printf(
        Locale.ROOT, "activations  mean %.4f, %.1f %% below 0.1%n", mean, 100 * shareBelowTenth);
    to.printf(
        Locale.ROOT,
        "units        %.1f %% with a mean from 0.1 to 0.2%n",
        100 * shareOfUnitsFromOneToTwoTenths);
    to.println(picture);
  }
}
