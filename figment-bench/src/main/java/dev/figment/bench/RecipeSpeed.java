package dev.figment.bench;

import dev.figment.recipe.Recipe;
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
public final class RecipeSpeed extends RecipeTable {
  private static final String ROW = "| %s | %,d | %,.0f ms | %,.1f | %,.0f MB |";

  RecipeSpeed() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    new RecipeSpeed().start(args);
  }

  @Override
  List<String> columns() {
    return List.of("recipe", "batch", "step", "real images a second", "peak memory");
  }

  @Override
  double[] measured(RecipeSteps training, int steps) throws IOException {
    StepTimes times = new StepTimes(steps, 0);
    training.measure(times);
    double imagesPerSecond = 1000 * times.imagesPerStep() / times.median();
    return new double[] {times.median(), imagesPerSecond, PeakMemory.megabytes()};
  }

  @Override
  String row(String name, Recipe recipe, double[] told) {
    int batch = recipe.train().batch();
    return String.format(Locale.ROOT, ROW, name, batch, told[0], told[1], told[2]);
  }
}
