package dev.figment.bench;

import dev.figment.recipe.Recipe;
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
public final class RecipeBound extends RecipeTable {
  private static final String ROW =
      "| %s | %,.1f GFLOP/s | %.1f GB/s | %.2f GFLOP | %,.1f MB | %,.1f ms | %,.1f GFLOP/s | %.0f"
          + " %% | %.0f %% |";

  RecipeBound() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    new RecipeBound().start(args);
  }

  @Override
  List<String> columns() {
    return List.of(
        "recipe",
        "products",
        "memory",
        "operations",
        "moved",
        "step",
        "achieved",
        "of products",
        "of bound");
  }

  @Override
  double[] measured(RecipeSteps training, int steps) {
    Roofline roofline = Roofline.measure();
    training.step();
    StepBound step = StepBound.of(training, steps, roofline);
    return new double[] {
      roofline.operationsPerSecond(),
      roofline.bytesPerSecond(),
      step.operations(),
      step.bytes(),
      step.seconds(),
      step.boundSeconds()
    };
  }

  @Override
  String row(String name, Recipe recipe, double[] told) {
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
}
