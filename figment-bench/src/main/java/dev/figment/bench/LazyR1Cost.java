package dev.figment.bench;

import dev.figment.loss.Penalty;
import dev.figment.loss.R1;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.model.adversarial.style.StyleRecipe;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What R1 in each 16th step adds to a training: the same recipe with and without it, step about in
 * one process, so that whatever else the machine does falls upon both. A pair is 16 steps of each,
 * of which one has the penalty's update.
 *
 * <pre>{@code figment-bench/lazy-r1 [pairs] [RECIPE...]}</pre>
 */
public final class LazyR1Cost {
  private static final int EVERY = 16;
  private static final int PAIRS = 5;
  private static final List<String> RECIPES = List.of("flowers-style-gan", "mnist-dcgan");
  private static final String ROW =
      "| %s | %,.0f ms | %,.0f ms | %.3f (%.3f to %.3f) | %.2f (%.2f to %.2f) |%n";

  private LazyR1Cost() {}

  /**
   * 16 steps of each.
   *
   * @param without the mean of steps, in milliseconds, as all
   * @param with the same, of the training with R1
   * @param due the one step that has it, as a ratio to the one without beside it
   */
  record Pair(double without, double with, double due) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    StopAfter.of(() -> run(args));
  }

  private static void run(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && args[0].equals("child")) {
      measure(Recipes.find(args[1]), Integer.parseInt(args[2]));
      return;
    }
    RecipeArguments pairs = RecipeArguments.of("pairs", PAIRS, args);
    pairs.recipes().forEach(name -> with(Recipes.find(name))); // refuses those that take no R1
    System.out.printf("Medians of %d pairs, %d threads%n%n", pairs.count(), Backend.threads());
    System.out.println("| recipe | step without | step with | ratio | of the step that has it |");
    System.out.println("|---|---|---|---|---|");
    for (String recipe : pairs.recipes().isEmpty() ? RECIPES : pairs.recipes()) {
      print(
          recipe, Forked.numbers(LazyR1Cost.class, List.of(), "child", recipe, "" + pairs.count()));
    }
  }

  private static void print(String recipe, double[] told) {
    List<Pair> pairs =
        IntStream.range(0, told.length / 3)
            .mapToObj(i -> new Pair(told[3 * i], told[3 * i + 1], told[3 * i + 2]))
            .toList();
    MedianAndRange ratio =
        MedianAndRange.of(pairs.stream().mapToDouble(p -> p.with / p.without).toArray());
    MedianAndRange due = MedianAndRange.of(pairs.stream().mapToDouble(Pair::due).toArray());
    System.out.printf(
        Locale.ROOT,
        ROW,
        recipe,
        MedianAndRange.of(pairs.stream().mapToDouble(Pair::without).toArray()).median(),
        MedianAndRange.of(pairs.stream().mapToDouble(Pair::with).toArray()).median(),
        ratio.median(),
        ratio.lowest(),
        ratio.highest(),
        due.median(),
        due.lowest(),
        due.highest());
  }

  private static void measure(Recipe recipe, int pairs) {
    try (RecipeSteps without = new RecipeSteps(without(recipe));
        RecipeSteps with = new RecipeSteps(with(recipe))) {
      without.step();
      with.step(); // the first has R1, and so has each 16th after it: the last of a pair
      StringJoiner told = new StringJoiner(" ");
      for (int i = 0; i < pairs; i++) {
        Pair pair = pair(without, with, i);
        told.add(pair.without + " " + pair.with + " " + pair.due);
      }
      System.out.println(told);
    }
  }

  /** Which of the two goes first changes from step to step, and from pair to pair. */
  private static Pair pair(RecipeSteps without, RecipeSteps with, int number) {
    double sumWithout = 0;
    double sumWith = 0;
    double due = 0;
    for (int step = 0; step < EVERY; step++) {
      boolean isWithFirst = (step + number) % 2 == 1;
      double first = (isWithFirst ? with : without).time();
      double second = (isWithFirst ? without : with).time();
      double one = isWithFirst ? first : second;
      sumWith += one;
      sumWithout += first + second - one;
      due = one / (first + second - one);
    }
    return new Pair(sumWithout / EVERY, sumWith / EVERY, due);
  }

  private static boolean isOfStyle(Recipe recipe) {
    return recipe.model() instanceof StyleRecipe;
  }

  private static List<Penalty> penalties(Recipe recipe) {
    return recipe.model() instanceof StyleRecipe style
        ? style.penalties()
        : ((GanRecipe) recipe.model()).penalties();
  }

  private static Recipe with(Recipe recipe, List<Penalty> penalties) {
    String key = isOfStyle(recipe) ? "model.styleGan.penalties" : "model.gan.penalties";
    return recipe.with(key, penalties);
  }

  static Recipe without(Recipe recipe) {
    return with(recipe, penalties(recipe).stream().filter(each -> !(each instanceof R1)).toList());
  }

  /** As the recipe has it, or with the usual γ where it has none. */
  static Recipe with(Recipe recipe) {
    if (penalties(recipe).stream().anyMatch(R1.class::isInstance)) {
      return recipe;
    }
    return with(
        recipe, Stream.concat(penalties(recipe).stream(), Stream.of(new R1(10, EVERY))).toList());
  }
}
