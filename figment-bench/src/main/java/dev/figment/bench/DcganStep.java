package dev.figment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The step of {@code mnist-dcgan}, Figment's against one written plainly over JavaCPP, in pairs in
 * one run: each pair is two processes, one after the other, so that neither warms the other's
 * memory. Each process reports the median of its steps, its first step, and its peak memory.
 *
 * <pre>{@code figment-bench/step [pairs] [steps]}</pre>
 *
 * Three kinds run: {@code plain} in the environment that a user starts with (default threads and
 * allocator), {@code plain-tuned} in the environment that the launcher sets, and {@code figment} in
 * the launcher's.
 */
public final class DcganStep {
  private static final List<String> TUNED =
      List.of("OMP_WAIT_POLICY", "MALLOC_MMAP_MAX_", "MALLOC_ARENA_MAX", "MALLOC_TRIM_THRESHOLD_");
  private static final List<String> KINDS = List.of("plain", "plain-tuned", "figment");

  private DcganStep() {}

  record Measured(double medianMillis, double firstMillis, double peakMegabytes) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && args[0].equals("child")) {
      measure(args[1], Integer.parseInt(args[2]));
      return;
    }
    int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int steps = args.length > 1 ? Integer.parseInt(args[1]) : 8;
    List<List<Measured>> rounds = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      List<Measured> round = new ArrayList<>();
      for (String kind : KINDS) {
        round.add(child(kind, steps));
        print(kind, round.get(round.size() - 1));
      }
      rounds.add(round);
    }
    summarize(rounds);
  }

  private static void summarize(List<List<Measured>> rounds) {
    System.out.println("--- medians over " + rounds.size() + " rounds");
    for (int kind = 0; kind < KINDS.size(); kind++) {
      int k = kind;
      print(
          KINDS.get(kind),
          new Measured(
              median(rounds.stream().mapToDouble(r -> r.get(k).medianMillis).toArray()),
              median(rounds.stream().mapToDouble(r -> r.get(k).firstMillis).toArray()),
              median(rounds.stream().mapToDouble(r -> r.get(k).peakMegabytes).toArray())));
    }
    for (int kind = 0; kind < 2; kind++) {
      int k = kind;
      double[] ratios =
          rounds.stream()
              .mapToDouble(r -> r.get(k).medianMillis / r.get(2).medianMillis)
              .sorted()
              .toArray();
      System.out.printf(
          Locale.ROOT,
          "%s / figment: median ratio %.2f (from %.2f to %.2f)%n",
          KINDS.get(kind),
          median(ratios),
          ratios[0],
          ratios[ratios.length - 1]);
    }
  }

  private static void print(String kind, Measured measured) {
    System.out.printf(
        Locale.ROOT,
        "%-12s step %7.0f ms   first %7.0f ms   peak %6.0f MB%n",
        kind,
        measured.medianMillis,
        measured.firstMillis,
        measured.peakMegabytes);
  }

  private static Measured child(String kind, int steps) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", "-Dorg.bytedeco.javacpp.maxBytes=0"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), DcganStep.class.getName()));
    command.addAll(List.of("child", kind, String.valueOf(steps)));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    if (kind.equals("plain")) {
      builder.environment().keySet().removeAll(TUNED);
    }
    Process process = builder.start();
    String line = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IOException(kind + " ended with " + process.exitValue() + ": " + line);
    }
    double[] numbers = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Measured(numbers[0], numbers[1], numbers[2]);
  }

  private static void measure(String kind, int steps) throws IOException {
    Runnable step = kind.equals("figment") ? new FigmentDcgan()::step : new PlainDcgan()::step;
    double[] millis = new double[steps];
    double first = time(step);
    for (int i = 0; i < steps; i++) {
      millis[i] = time(step);
    }
    System.out.println(median(millis) + " " + first + " " + peakMegabytes());
  }

  private static double time(Runnable step) {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e6;
  }

  /** The most memory that the process ever held; 0 where the system does not tell. */
  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(0)
        : 0;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
