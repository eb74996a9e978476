package dev.figment.bench;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something about the training step of each GAN recipe: a row for each stage of its growth, which a
 * process of its own measures. The main method of an implementation calls {@link #start} of a new
 * instance, in that process too.
 */
abstract class RecipeTable {
  private static final String CHILD = "child";
  private static final int STEPS = 8;

  /** The names of the columns. */
  abstract List<String> columns();

  /**
   * The numbers of a row, in the process of that row.
   *
   * @param steps that count
   */
  abstract double[] measured(RecipeSteps training, int steps) throws IOException;

  /**
   * @param name of the recipe, and of its stage
   * @param measured as {@link #measured} told
   */
  abstract String row(String name, Recipe recipe, double[] measured);

  /**
   * @param args {@code [steps] [RECIPE...]}, as in {@link RecipeArguments}
   */
  final void start(String... args) throws IOException, InterruptedException {
    StopAfter.of(
        () -> {
          if (args.length > 0 && args[0].equals(CHILD)) {
            measure(Recipes.find(args[1]), Long.parseLong(args[2]), Integer.parseInt(args[3]));
          } else {
            print(RecipeArguments.of("steps", STEPS, args));
          }
        });
  }

  private void print(RecipeArguments asked) throws IOException, InterruptedException {
    System.out.printf("Medians of %d steps, %d threads%n%n", asked.count(), Backend.threads());
    System.out.println("| " + String.join(" | ", columns()) + " |");
    System.out.println("|" + "---|".repeat(columns().size()));
    List<String> recipes = asked.recipes().isEmpty() ? GrowthStage.gans() : asked.recipes();
    for (String name : recipes) {
      Recipe recipe = Recipes.find(name);
      for (GrowthStage stage : GrowthStage.of(recipe)) {
        double[] told = child(name, "" + stage.shown(), "" + asked.count());
        System.out.println(row(stage.name(recipe), recipe, told));
      }
    }
  }

  private double[] child(String name, String shown, String steps)
      throws IOException, InterruptedException {
    return Forked.numbers(getClass(), List.of(), CHILD, name, shown, steps);
  }

  private void measure(Recipe recipe, long shown, int steps) throws IOException {
    try (RecipeSteps training = new RecipeSteps(recipe, shown)) {
      System.out.println(
          Arrays.stream(measured(training, steps))
              .mapToObj(String::valueOf)
              .collect(Collectors.joining(" ")));
    }
  }
}
