package dev.figment.bench;

import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

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
              median(rounds, r -> r.get(k).medianMillis),
              median(rounds, r -> r.get(k).firstMillis),
              median(rounds, r -> r.get(k).peakMegabytes)));
    }
    for (int kind = 0; kind < 2; kind++) {
      int k = kind;
      MedianAndRange ratios =
          MedianAndRange.of(
              rounds.stream()
                  .mapToDouble(r -> r.get(k).medianMillis / r.get(2).medianMillis)
                  .toArray());
      System.out.printf(
          Locale.ROOT,
          "%s / figment: median ratio %.2f (from %.2f to %.2f)%n",
          KINDS.get(kind),
          ratios.median(),
          ratios.lowest(),
          ratios.highest());
    }
  }

  private static double median(List<List<Measured>> rounds, ToDoubleFunction<List<Measured>> part) {
    return MedianAndRange.of(rounds.stream().mapToDouble(part).toArray()).median();
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
    Set<String> without = kind.equals("plain") ? Backend.ENVIRONMENT.keySet() : Set.of();
    double[] numbers =
        Forked.numbers(DcganStep.class, without, "child", kind, String.valueOf(steps));
    return new Measured(numbers[0], numbers[1], numbers[2]);
  }

  private static void measure(String kind, int steps) throws IOException {
    Runnable step =
        kind.equals("figment")
            ? new RecipeSteps(Recipes.named("mnist-dcgan"))::step
            : new PlainDcgan()::step;
    double[] millis = new double[steps];
    double first = time(step);
    for (int i = 0; i < steps; i++) {
      millis[i] = time(step);
    }
    System.out.println(
        MedianAndRange.of(millis).median() + " " + first + " " + PeakMemory.megabytes());
  }

  private static double time(Runnable step) {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
