package dev.figment.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.figment.data.set.EightGaussians;
import dev.figment.examples.ExampleRecipes;
import dev.figment.latent.Points;
import dev.figment.metric.ModeCoverage;
import dev.figment.picture.Scatter;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.exploration.Trained;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of the ring of eight each of the {@code ring-} recipes covers, and flow matching from
 * the examples: trains all of them for several seeds, prints a table, and draws what the first
 * seed's generators make.
 *
 * <pre>{@code figment-bench/ring [seeds] [folder] [steps]}</pre>
 *
 * Runs that are in the folder already are trained on to their end, or taken as they are: the same
 * command goes on where it was interrupted.
 */
public final class Ring {
  private static final List<String> RECIPES =
      List.of(
          "ring-gan",
          "ring-feature-matching",
          "ring-minibatch-discrimination",
          "ring-wgan-gp",
          "ring-sngan");

  /** Of a kind of model that is no part of Figment. */
  private static final String FLOW = "ring-flow-matching";

  private static final Points CENTERS = new Points(EightGaussians.centers(), 2);

  private final Path folder;
  private final int seeds;
  private final Long steps;
  private Scatter picture = Scatter.over(CENTERS);

  private Ring(Path folder, int seeds, Long steps) {
    this.folder = folder;
    this.seeds = seeds;
    this.steps = steps;
  }

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && !args[0].matches("[1-9][0-9]{0,3}")) {
      System.err.println("Expected: figment-bench/ring [SEEDS] [FOLDER] [STEPS], as in ring 5");
      System.exit(args[0].matches("-h|--help") ? 0 : 2);
    }
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    Path folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("figment-ring");
    Long steps = args.length > 2 ? Long.valueOf(args[2]) : null;
    new Ring(folder, seeds, steps).run();
  }

  private void run() {
    System.out.println(RingRow.HEAD);
    for (String name : RECIPES) {
      System.out.println(row(Recipes.named(name)).toLine());
    }
    System.out.println(row(ExampleRecipes.named(FLOW)).toLine());
    Path file = folder.resolve("ring.png");
    picture.write(file);
    System.out.println(file);
  }

  private RingRow row(Recipe recipe) {
    String name = recipe.recipe();
    List<ModeCoverage> coverages = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    long made = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      Path place = folder.resolve(name + "-" + seed);
      boolean isNew = !Files.exists(place);
      try (Run run = isNew ? create(place, recipe, seed) : Run.open(place, Settings.DEFAULT)) {
        double start = processorSeconds();
        run.train();
        if (isNew) {
          seconds.add(processorSeconds() - start);
        }
        made = run.trained().position().step();
        coverages.add(coverage(name, run.trained(), seed));
      }
    }
    return new RingRow(name, coverages, made, seconds);
  }

  private Run create(Path place, Recipe recipe, int seed) {
    Recipe seeded = recipe.with("seed", seed);
    Recipe timed = steps == null ? seeded : seeded.with("train.steps", steps);
    return Run.create(place, timed, Settings.DEFAULT);
  }

  /** Of this whole process: on a busy machine it says more than the clock. */
  private static double processorSeconds() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system.getProcessCpuTime() / 1e9;
  }

  private ModeCoverage coverage(String name, Trained trained, int seed) {
    float[] z = trained.randomPoints(ModeCoverage.SAMPLES, 1);
    Points samples = trained.vectorsAt(z, null);
    if (seed == 1) {
      picture = picture.panel(name, samples);
    }
    return ModeCoverage.of(samples, CENTERS, EightGaussians.DEVIATION);
  }
}
