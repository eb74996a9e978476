package dev.figment.recipe;

import static dev.figment.UsageException.require;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code sparsity: {weight: w}} of earlier, whose penalty was not divided by the batch size, as
 * {@code sparsity: {kl: w · batch}}, whose penalty is: the same number.
 */
final class SparsityMigration {
  private SparsityMigration() {}

  /**
   * Changes all such layers of a recipe.
   *
   * @throws dev.figment.UsageException if there are some and the tree does not know its batch size
   */
  static void migrate(JsonNode recipe, List<String> changed) {
    for (JsonNode found : recipe.findValues("sparsity")) {
      if (found instanceof ObjectNode sparsity && sparsity.path("weight").isNumber()) {
        migrate(sparsity, recipe.path("train").path("batch"), changed);
      }
    }
  }

  private static void migrate(ObjectNode sparsity, JsonNode batch, List<String> changed) {
    require(
        batch.isNumber(),
        "sparsity.weight is now kl, and divided by the batch size. Write kl: the weight times the"
            + " batch size.");
    double weight = sparsity.remove("weight").doubleValue();
    sparsity.put("kl", weight * batch.doubleValue());
    changed.add(
        "sparsity.weight: %s is now kl: %s, which is divided by train.batch"
            .formatted(weight, weight * batch.doubleValue()));
  }
}
