package dev.figment.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code figment doctor}: this machine as Figment sees it, and what to change. */
@Command(
    name = "doctor",
    description = "Show this machine as Figment sees it, and what to change.",
    footer = {
      "",
      "Example:  figment doctor --json",
      "Next:     the launcher ./figment sets what is missing; docs/embedding.md lists it."
    })
final class Doctor implements Runnable {
  /** What libtorch wants to find in the environment, as in native-environment.sh. */
  static final Map<String, String> WANTED_ENVIRONMENT = wantedEnvironment();

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private JsonOption json;

  /** What is printed, in this order; the names are those of {@code --json}. */
  record Report(
      String figment,
      String java,
      String system,
      int processors,
      boolean ok,
      List<Checkup.Check> checks) {}

  @Override
  public void run() {
    List<Checkup.Check> checks = new ArrayList<>(Checkup.of(data.folder()));
    checks.addAll(Checkup.of(System.getenv(), Version.system()));
    Report report =
        new Report(
            Version.figment(),
            Runtime.version().toString(),
            Version.system(),
            Runtime.getRuntime().availableProcessors(),
            checks.stream().allMatch(Checkup.Check::ok),
            checks);
    if (json.asked()) {
      json.print(report);
    } else {
      print(report, spec.commandLine().getOut());
    }
  }

  private static void print(Report report, PrintWriter out) {
    out.printf("figment %s, Java %s%n", report.figment(), report.java());
    out.printf("%s, %d processors%n%n", report.system(), report.processors());
    Table table = Table.plain();
    for (Checkup.Check check : report.checks()) {
      table.row(check.ok() ? "ok" : "look", check.about(), check.found());
      if (!check.ok()) {
        table.row("", "", "→ " + check.remedy());
      }
    }
    table.print(out);
    long bad = report.checks().stream().filter(check -> !check.ok()).count();
    out.printf("%n%s%n", bad == 0 ? "all is well" : bad + " to look at");
  }

  private static Map<String, String> wantedEnvironment() {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("OMP_WAIT_POLICY", "passive");
    wanted.put("MALLOC_MMAP_MAX_", "0");
    wanted.put("MALLOC_ARENA_MAX", "1");
    wanted.put("MALLOC_TRIM_THRESHOLD_", "34359738368");
    return wanted;
  }
}
