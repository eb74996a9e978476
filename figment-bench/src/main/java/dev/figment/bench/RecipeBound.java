package dev.figment.bench;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import dev.figment.train.profile.Roofline;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * How near the training step of each GAN recipe is to what the machine can do, both measured in one
 * process of its own: first the machine, then a step to warm up, one whose work is counted, three
 * more to warm up, and the median of some.
 *
 * <pre>{@code figment-bench/bound [steps] [RECIPE...]}</pre>
 *
 * <p>A penalty that is lazy falls into the first step and is not counted.
 */
public final class RecipeBound {
  private static final int STEPS = 8;
  private static final String ROW =
      "| %s | %,.1f GFLOP/s | %.1f GB/s | %.2f GFLOP | %,.1f MB | %,.1f ms | %,.1f GFLOP/s | %.0f"
          + " %% | %.0f %% |";

  private RecipeBound() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    StopAfter.of(() -> run(args));
  }

  private static void run(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && args[0].equals("child")) {
      measure(Recipes.find(args[1]), Long.parseLong(args[2]), Integer.parseInt(args[3]));
      return;
    }
    RecipeArguments steps = RecipeArguments.of("steps", STEPS, args);
    print(steps.count(), steps.recipes().isEmpty() ? GrowthStage.gans() : steps.recipes());
  }

  private static void print(int steps, List<String> recipes)
      throws IOException, InterruptedException {
    System.out.printf("Medians of %d steps, %d threads%n%n", steps, Backend.threads());
    System.out.println(
        "| recipe | products | memory | operations | moved | step | achieved | of products | of"
            + " bound |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (String each : recipes) {
      Recipe recipe = Recipes.find(each);
      for (GrowthStage stage : GrowthStage.of(recipe)) {
        double[] told =
            Forked.numbers(
                RecipeBound.class, List.of(), "child", each, "" + stage.shown(), "" + steps);
        System.out.println(row(stage.name(recipe), told));
      }
    }
  }

  private static String row(String name, double[] told) {
    Roofline roofline = new Roofline(told[0], told[1]);
    StepBound step = new StepBound(told[2], told[3], told[4], told[5]);
    return String.format(
        Locale.ROOT,
        ROW,
        name,
        roofline.operationsPerSecond() / 1e9,
        roofline.bytesPerSecond() / 1e9,
        step.operations() / 1e9,
        step.bytes() / 1e6,
        1e3 * step.seconds(),
        step.operationsPerSecond() / 1e9,
        100 * step.shareOfRate(roofline),
        100 * step.shareOfBound());
  }

  private static void measure(Recipe recipe, long shown, int steps) {
    Roofline roofline = Roofline.measure();
    try (RecipeSteps training = new RecipeSteps(recipe, shown)) {
      training.step();
      StepBound step = StepBound.of(training, steps, roofline);
      System.out.println(
          roofline.operationsPerSecond()
              + " "
              + roofline.bytesPerSecond()
              + " "
              + step.operations()
              + " "
              + step.bytes()
              + " "
              + step.seconds()
              + " "
              + step.boundSeconds());
    }
  }
}
