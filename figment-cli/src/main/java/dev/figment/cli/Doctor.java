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
    description = "Show this machine as Figment sees it, and what slows it down.%n",
    footer = {
      "",
      "Example:  figment doctor --json",
      "Next:     the launcher ./figment sets what is missing; docs/embedding.md lists it."
    })
final class Doctor implements Runnable {
  /** What libtorch wants to find in the environment, as in native-environment.sh. */
  static final Map<String, String> WANTED_ENVIRONMENT = wantedEnvironment();

  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  /** What is printed, in this order; the names are those of {@code --json}. */
  record Report(
      String figment,
      String java,
      String system,
      int processors,
      long maximumHeapMegabytes,
      Map<String, String> environment,
      List<String> advice) {}

  @Override
  public void run() {
    Report report = examine(System.getenv());
    if (json.asked()) {
      json.print(report);
    } else {
      print(report, spec.commandLine().getOut());
    }
  }

  static Report examine(Map<String, String> environment) {
    Map<String, String> found = new LinkedHashMap<>();
    List<String> advice = new ArrayList<>();
    WANTED_ENVIRONMENT.forEach(
        (name, wanted) -> {
          String value = environment.getOrDefault(name, "not set");
          found.put(name, value);
          if (!value.equals(wanted)) {
            advice.add("set %s=%s before Java starts (now %s)".formatted(name, wanted, value));
          }
        });
    return new Report(
        Version.figment(),
        Runtime.version().toString(),
        Version.system(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        found,
        advice);
  }

  private static void print(Report report, PrintWriter out) {
    out.printf("figment     %s%n", report.figment());
    out.printf("java        %s%n", report.java());
    out.printf("system      %s%n", report.system());
    out.printf("processors  %d%n", report.processors());
    out.printf("heap        at most %d MB%n", report.maximumHeapMegabytes());
    report.environment().forEach((name, value) -> out.printf("%s=%s%n", name, value));
    report.advice().forEach(advice -> out.printf("advice: %s%n", advice));
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
