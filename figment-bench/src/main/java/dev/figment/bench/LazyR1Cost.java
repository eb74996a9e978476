package dev.figment.bench;

import dev.figment.model.style.StyleRecipe;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * What R1 in each 16th step adds to a training: the same recipe with and without it, step about in
 * one process, so that whatever else the machine does falls upon both. A pair is 16 steps of each,
 * of which one has the penalty's update.
 *
 * <pre>{@code figment-bench/lazy-r1 [pairs]}</pre>
 */
public final class LazyR1Cost {
  private static final int EVERY = 16;
  private static final List<String> RECIPES = List.of("flowers-style-gan", "mnist-dcgan");
  private static final String ROW =
      "| %s | %,.0f ms | %,.0f ms | %,.0f ms | %.3f (%.3f to %.3f) |%n";

  private LazyR1Cost() {}

  /**
   * 16 steps of each.
   *
   * @param without the mean of steps, in milliseconds, as all
   * @param with the same, of the training with R1
   * @param due the one step that has it
   */
  record Pair(double without, double with, double due) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && args[0].equals("child")) {
      measure(args[1], Integer.parseInt(args[2]));
      return;
    }
    String pairs = args.length > 0 ? args[0] : "5";
    System.out.printf("Medians of %s pairs, %d threads%n%n", pairs, Backend.threads());
    System.out.println("| recipe | step without | step with | of which that of R1 | ratio |");
    System.out.println("|---|---|---|---|---|");
    for (String recipe : RECIPES) {
      print(recipe, Forked.numbers(LazyR1Cost.class, List.of(), "child", recipe, pairs));
    }
  }

  private static void print(String recipe, double[] told) {
    List<Pair> pairs =
        IntStream.range(0, told.length / 3)
            .mapToObj(i -> new Pair(told[3 * i], told[3 * i + 1], told[3 * i + 2]))
            .toList();
    Spread ratio = Spread.of(pairs.stream().mapToDouble(p -> p.with / p.without).toArray());
    System.out.printf(
        Locale.ROOT,
        ROW,
        recipe,
        Spread.of(pairs.stream().mapToDouble(Pair::without).toArray()).median(),
        Spread.of(pairs.stream().mapToDouble(Pair::with).toArray()).median(),
        Spread.of(pairs.stream().mapToDouble(Pair::due).toArray()).median(),
        ratio.median(),
        ratio.lowest(),
        ratio.highest());
  }

  private static void measure(String name, int pairs) {
    Recipe recipe = Recipes.named(name);
    try (RecipeSteps without = new RecipeSteps(without(recipe));
        RecipeSteps with = new RecipeSteps(with(recipe))) {
      without.step();
      with.step(); // the first has R1, and so has each 16th after it: the last of a pair
      StringJoiner told = new StringJoiner(" ");
      for (int i = 0; i < pairs; i++) {
        Pair pair = pair(without, with);
        told.add(pair.without + " " + pair.with + " " + pair.due);
      }
      System.out.println(told);
    }
  }

  private static Pair pair(RecipeSteps without, RecipeSteps with) {
    double[] millis = new double[2];
    double due = 0;
    for (int step = 0; step < EVERY; step++) {
      millis[0] += without.time();
      due = with.time();
      millis[1] += due;
    }
    return new Pair(millis[0] / EVERY, millis[1] / EVERY, due);
  }

  private static String key(Recipe recipe) {
    return recipe.model() instanceof StyleRecipe ? "model.styleGan.r1" : "model.gan.stabilisers.r1";
  }

  static Recipe without(Recipe recipe) {
    return recipe.with(key(recipe), null);
  }

  /** As the recipe has it, or with the usual γ where it has none. */
  static Recipe with(Recipe recipe) {
    return recipe.equals(without(recipe))
        ? recipe.with(key(recipe), "{gamma: 10, every: %d}".formatted(EVERY))
        : recipe;
  }
}
