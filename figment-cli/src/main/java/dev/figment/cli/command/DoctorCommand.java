package dev.figment.cli.command;

import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.Diagnostics;
import dev.figment.cli.report.Table;
import dev.figment.cli.report.Version;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code figment doctor}: this machine as Figment sees it, and what to change. */
@Command(
    name = "doctor",
    description = "Show this machine as Figment sees it, and what to change.",
    footer = {
      "",
      "Example:  figment doctor --json",
      "Next:     the launcher ./figment sets what is missing; docs/embedding.md lists it."
    })
public final class DoctorCommand implements Runnable {
  @Mixin private DataFolderOption data;
  @Mixin private JsonOption json;

  /** What is printed, in this order; the names are those of {@code --json}. */
  record Report(
      String figment,
      String java,
      String system,
      int processors,
      boolean ok,
      List<Diagnostics.Check> checks) {}

  @Override
  public void run() {
    List<Diagnostics.Check> checks = new ArrayList<>(Diagnostics.of(data.folder()));
    checks.addAll(Diagnostics.of(System.getenv(), Version.system()));
    Report report =
        new Report(
            Version.figment(),
            Runtime.version().toString(),
            Version.system(),
            Runtime.getRuntime().availableProcessors(),
            checks.stream().allMatch(Diagnostics.Check::ok),
            checks);
    json.print(report, out -> print(report, out));
  }

  private static void print(Report report, PrintWriter out) {
    out.printf("figment %s, Java %s%n", report.figment(), report.java());
    out.printf("%s, %d processors%n%n", report.system(), report.processors());
    Table table = Table.plain();
    for (Diagnostics.Check check : report.checks()) {
      table.row(check.ok() ? "ok" : "look", check.about(), check.found());
      if (!check.ok()) {
        table.row("", "", "→ " + check.remedy());
      }
    }
    table.print(out);
    long bad = report.checks().stream().filter(check -> !check.ok()).count();
    out.printf("%n%s%n", bad == 0 ? "all is well" : bad + " to look at");
  }
}
