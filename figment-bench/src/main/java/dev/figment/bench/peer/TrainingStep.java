package dev.figment.bench.peer;

import dev.figment.bench.GrowthStage;
import dev.figment.data.ExampleForm;
import dev.figment.data.set.ImageSets;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One training step of a recipe; of a GAN that grows, at its last resolution.
 *
 * @param name of a bundled recipe, or a file
 */
record TrainingStep(String name) implements Work {
  TrainingStep {
    Recipes.find(name); // refuses an unknown one
  }

  private Recipe recipe() {
    return Recipes.find(name);
  }

  private GrowthStage stage() {
    List<GrowthStage> stages = GrowthStage.of(recipe());
    return stages.get(stages.size() - 1);
  }

  @Override
  public Class<?> figmentMain() {
    return FigmentStep.class;
  }

  @Override
  public List<String> figmentArguments() {
    return List.of(name, String.valueOf(stage().shown()));
  }

  @Override
  public List<String> peerArguments(Path folder) throws IOException {
    return peerArguments("train", recipe(), folder);
  }

  /**
   * What the peers' script takes for something with a recipe: the recipe with every default, and
   * what follows from it.
   *
   * @param folder the recipe is written to
   */
  static List<String> peerArguments(String what, Recipe recipe, Path folder) throws IOException {
    ExampleForm form = ImageSets.formOf(recipe.data(), null);
    Path file = Files.writeString(folder.resolve(recipe.recipe() + ".yaml"), recipe.toYaml());
    List<String> arguments = new ArrayList<>(List.of(what, file.toString()));
    arguments.addAll(List.of("--reals", "" + recipe.model().realExamples(recipe.train().batch())));
    arguments.addAll(List.of("--classes", "" + form.classes().size(), "--shape"));
    Arrays.stream(form.shape().sizes()).forEach(size -> arguments.add("" + size));
    arguments.add("--parameters");
    arguments.addAll(parameters(recipe, form));
    return arguments;
  }

  /** How many numbers learn in each network; those of moving averages follow. */
  private static List<String> parameters(Recipe recipe, ExampleForm form) {
    return recipe.model().architectures(form).stream()
        .filter(each -> !each.name().startsWith("ema"))
        .map(each -> each.name() + "=" + each.summary().trainable())
        .toList();
  }
}
