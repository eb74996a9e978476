package dev.figment.bench.peer;

import dev.figment.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ten thousand images of a recipe's generator or decoder, as bytes in memory. It has learned
 * nothing, which costs the same.
 */
record Sampling(String recipe) implements Work {
  /** As many as one turn makes. */
  static final int COUNT = 10_000;

  Sampling {
    Recipes.find(recipe); // refuses an unknown one
  }

  @Override
  public String name() {
    return "sample:" + recipe;
  }

  @Override
  public Class<?> figmentMain() {
    return FigmentSampling.class;
  }

  @Override
  public List<String> figmentArguments() {
    return List.of(recipe);
  }

  @Override
  public List<String> peerArguments(Path folder) throws IOException {
    List<String> arguments =
        new ArrayList<>(TrainingStep.peerArguments("sample", Recipes.find(recipe), folder));
    arguments.addAll(List.of("--count", "" + COUNT));
    return arguments;
  }
}
