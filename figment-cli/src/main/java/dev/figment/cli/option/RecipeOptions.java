package dev.figment.cli.option;

import dev.figment.data.set.ImageSets;
import dev.figment.nn.Architecture;
import dev.figment.nn.JoinedNetworks;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.recipe.Recipes;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.train.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Mixin of the commands that take a recipe: which one, and what to change in it. */
public final class RecipeOptions {
  @Parameters(
      paramLabel = "RECIPE",
      description = {
        "A bundled recipe (figment recipes lists them), a file that ends in .yaml, or that of",
        "weights that end in .safetensors."
      })
  private String recipe;

  @Mixin private RecipeChanges changes;

  /** What was typed: a name or a file. */
  public String typed() {
    return recipe;
  }

  public boolean changesSomething() {
    return changes.areGiven();
  }

  public Recipe recipe() {
    return recipe(Map.of());
  }

  /**
   * The recipe with all changes made at once.
   *
   * @param more changes of other options, which win
   */
  public Recipe recipe(Map<String, String> more) {
    Map<String, String> all = changes.with(more);
    Recipe written = written();
    return all.isEmpty() ? written : RecipeFormat.changed(written, all);
  }

  /** Its networks, for examples as its data gives them; of a file of weights, those in it. */
  public List<Architecture> architectures(Recipe chosen, Path dataFolder) {
    if (!isOfWeights()) {
      return chosen.model().architectures(ImageSets.formOf(chosen.data(), dataFolder));
    }
    Weights weights = Weights.read(Path.of(recipe));
    List<Architecture> all =
        changes.areGiven()
            ? chosen.model().architectures(CheckpointMetadata.exampleForm(weights, chosen))
            : CheckpointMetadata.networks(weights, chosen);
    return all.stream().filter(each -> weights.networks().contains(each.name())).toList();
  }

  /** Those in a row, where one learns through another; of a file of weights none are shown. */
  public Optional<JoinedNetworks> joined(Recipe chosen, Path dataFolder) {
    return isOfWeights()
        ? Optional.empty()
        : chosen.model().joined(ImageSets.formOf(chosen.data(), dataFolder));
  }

  private Recipe written() {
    return isOfWeights()
        ? CheckpointMetadata.recipe(Weights.read(Path.of(recipe)))
        : Recipes.find(recipe);
  }

  private boolean isOfWeights() {
    return recipe.endsWith(".safetensors");
  }
}
