package dev.figment.cli.report;

import static java.util.Locale.ROOT;

import dev.figment.tensor.Backend;
import dev.figment.train.profile.Cost;
import dev.figment.train.profile.Profile;
import dev.figment.train.profile.ProfileRow;
import dev.figment.train.profile.Roofline;
import java.io.PrintWriter;

/** Where the time of a training step went, beside the least that the machine could take for it. */
public record ProfileReport(Profile profile, Roofline roofline) {
  private static final String NONE = "-";

  public void print(PrintWriter out) {
    out.printf(
        ROOT,
        "profile of steps %,d to %,d: means of a step, in ms%n",
        profile.first(),
        profile.last());
    out.printf(
        ROOT,
        "machine: %.1f GFLOP/s of float32 matrix products, %.1f GB/s of memory, threads: %d%n%n",
        roofline.operationsPerSecond() / 1e9,
        roofline.bytesPerSecond() / 1e9,
        Backend.threads());
    table().print(out);
    out.println();
    printSum(out);
  }

  private void printSum(PrintWriter out) {
    Cost step = profile.step();
    double rate = step.work().operations() / step.seconds();
    out.printf(
        ROOT,
        "a step: %.2f ms for %.2f GFLOP: %.1f GFLOP/s, %s of the rate of products, %s of the"
            + " bound%n",
        1e3 * step.seconds(),
        step.work().operations() / 1e9,
        rate / 1e9,
        percent(rate / roofline.operationsPerSecond()),
        percent(profile.boundSeconds(roofline) / step.seconds()));
  }

  private Table table() {
    Table table =
        Table.of(
            "phase", "layer or part", "forward", "backward", "share", "GFLOP", "MB", "of bound");
    profile.rows().forEach(row -> table.row(cells(row)));
    Cost step = profile.step();
    table.row(
        "step",
        "",
        milliseconds(step),
        "",
        percent(1),
        giga(step),
        mega(step),
        bound(profile.boundSeconds(roofline), step));
    return table;
  }

  private String[] cells(ProfileRow row) {
    Cost total = row.total();
    return new String[] {
      row.phase().isEmpty() ? NONE : row.phase(),
      row.name(),
      milliseconds(row.forward()),
      milliseconds(row.backward()),
      percent(total.seconds() / profile.step().seconds()),
      giga(total),
      mega(total),
      bound(row.boundSeconds(roofline), total)
    };
  }

  private static String milliseconds(Cost cost) {
    return cost.seconds() == 0 ? NONE : String.format(ROOT, "%.2f", 1e3 * cost.seconds());
  }

  private static String giga(Cost cost) {
    double operations = cost.work().operations();
    return operations == 0 ? NONE : String.format(ROOT, "%.3f", operations / 1e9);
  }

  private static String mega(Cost cost) {
    double bytes = cost.work().bytes();
    return bytes == 0 ? NONE : String.format(ROOT, "%.1f", bytes / 1e6);
  }

  private static String bound(double seconds, Cost cost) {
    return seconds == 0 ? NONE : percent(seconds / cost.seconds());
  }

  private static String percent(double share) {
    return String.format(ROOT, "%.1f %%", 100 * share);
  }
}
