package dev.figment.bench;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The training step of each GAN recipe as it is bundled, on examples made in memory: after three
 * steps to warm up, the median of some. Each row is a process of its own.
 *
 * <pre>{@code figment-bench/recipes [steps] [RECIPE...]}</pre>
 *
 * A penalty that is lazy falls into the first step and not into the eight after it: {@link
 * LazyR1Cost} says what it takes.
 */
public final class RecipeSpeed {
  private static final int STEPS = 8;
  private static final String ROW = "| %s | %,d | %,.0f ms | %,.1f | %,.0f MB |%n";

  private RecipeSpeed() {}

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
    System.out.println("| recipe | batch | step | real images a second | peak memory |");
    System.out.println("|---|---|---|---|---|");
    for (String each : recipes) {
      Recipe recipe = Recipes.find(each);
      for (GrowthStage stage : GrowthStage.of(recipe)) {
        double[] told =
            Forked.numbers(
                RecipeSpeed.class, List.of(), "child", each, "" + stage.shown(), "" + steps);
        System.out.printf(
            Locale.ROOT,
            ROW,
            stage.name(recipe),
            recipe.train().batch(),
            told[0],
            told[1],
            told[2]);
      }
    }
  }

  private static void measure(Recipe recipe, long shown, int steps) throws IOException {
    try (RecipeSteps training = new RecipeSteps(recipe, shown)) {
      StepTimes times = new StepTimes(steps, 0);
      training.measure(times);
      double imagesPerSecond = 1000 * times.imagesPerStep() / times.median();
      System.out.println(times.median() + " " + imagesPerSecond + " " + PeakMemory.megabytes());
    }
  }
}
