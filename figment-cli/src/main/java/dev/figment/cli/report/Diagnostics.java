package dev.figment.cli.report;

import com.sun.management.OperatingSystemMXBean;
import dev.figment.FigmentException;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.picture.Fonts;
import dev.figment.tensor.Backend;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What {@code doctor} looks at, one after the other. */
public final class Diagnostics {
  private static final long LITTLE = 2L << 30;

  private final List<Check> checks = new ArrayList<>();

  /**
   * A finding.
   *
   * @param remedy what to change; empty where all is well
   */
  public record Check(String about, String found, boolean ok, String remedy) {}

  /** Everything about this machine but the engine and the environment. */
  public static List<Check> of(Path dataFolder) {
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.engine();
    diagnostics.memory();
    diagnostics.disk();
    diagnostics.fonts();
    diagnostics.data(dataFolder);
    return diagnostics.checks;
  }

  /**
   * Each variable that libtorch wants to find.
   *
   * @param system its name; only Linux has the libraries that read these
   */
  public static List<Check> of(Map<String, String> environment, String system) {
    Diagnostics diagnostics = new Diagnostics();
    boolean linux = system.startsWith("Linux");
    Backend.ENVIRONMENT.forEach(
        (name, wanted) -> {
          if (linux) {
            diagnostics.variable(name, environment.getOrDefault(name, "not set"), wanted);
          }
        });
    return diagnostics.checks;
  }

  private void variable(String name, String value, String wanted) {
    String remedy = "set it to %s before Java starts, as ./figment does".formatted(wanted);
    add(name, value, value.equals(wanted), remedy);
  }

  private void add(String about, String found, boolean ok, String remedy) {
    checks.add(new Check(about, found, ok, ok ? "" : remedy));
  }

  private void engine() {
    try {
      Map<String, String> report = Backend.report();
      add("engine", Objects.requireNonNull(report.get("engine")), true, "");
      boolean fast = "oneDNN".equals(report.get("convolutions"));
      String how =
          "%s, %s, %s"
              .formatted(
                  report.get("instructions"), report.get("convolutions"), report.get("matrices"));
      add("arithmetic", how, fast, "without oneDNN convolutions are slow: use Linux or macOS");
      add("threads", Objects.requireNonNull(report.get("threads")), true, "");
      add("GPU", "yes".equals(report.get("cuda")) ? "usable" : "none, trains on the CPU", true, "");
    } catch (LinkageError | FigmentException e) {
      add("engine", "cannot be loaded: " + e.getMessage(), false, "see docs/embedding.md");
    }
  }

  private void memory() {
    Runtime runtime = Runtime.getRuntime();
    add("heap", "at most %d MB".formatted(runtime.maxMemory() >> 20), true, "");
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      long total = system.getTotalMemorySize();
      add("memory", gigabytes(total), total >= LITTLE, "take small batches: --set train.batch=32");
    }
  }

  private void disk() {
    long free = new File("").getAbsoluteFile().getUsableSpace();
    add("disk", gigabytes(free) + " free here", free >= LITTLE, "make room, or train elsewhere");
  }

  private void fonts() {
    try {
      Fonts.requireSome();
      add("fonts", "found, charts can be drawn", true, "");
    } catch (FigmentException e) {
      add("fonts", "none", false, "apt-get install fontconfig fonts-dejavu-core, or alike");
    }
  }

  private void data(Path folder) {
    String found =
        ImageSets.known().stream()
            .filter(set -> ImageSets.isHere(set, Split.TRAIN, folder) && !set.card().isSynthetic())
            .map(set -> set.card().name())
            .collect(Collectors.joining(", "));
    add(
        "data",
        found.isEmpty() ? "no set in " + folder : found + " in " + folder,
        !found.isEmpty(),
        "glyphs and shapes need no files; figment data list --json says where others come from");
  }

  private static String gigabytes(long bytes) {
    return "%d GB".formatted(bytes >> 30);
  }
}
