package dev.figment.examples;

import dev.figment.metric.ModeCoverage;
import dev.figment.recipe.Recipe;
import java.nio.file.Path;

/**
 * A kind of model of one's own, {@link FlowMatching}, with its recipe kind {@link
 * FlowMatchingRecipe}: it has snapshots, statistics, checkpoints, resume and samples as all others.
 *
 * <p>Trains {@code ring-flow-matching.yaml} and counts how many of the eight modes are covered;
 * {@code figment-bench/ring} has it in a table with the GANs.
 *
 * <pre>examples/run Example08AModelOfYourOwn [FOLDER]</pre>
 */
public final class Example08AModelOfYourOwn {
  private Example08AModelOfYourOwn() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments.length == 0 ? "runs/ring-flow-matching" : arguments[0]);
    Recipe recipe = ExampleRecipes.named("ring-flow-matching");
    ModeCoverage coverage = Example07PartsOfYourOwn.run(recipe, folder);
    System.out.println(Example07PartsOfYourOwn.words(coverage));
    System.out.println("See " + folder);
  }
}
