package dev.figment.cli.command;

import dev.figment.DiskException;
import dev.figment.UsageException;
import dev.figment.cli.option.RecipeOptions;
import dev.figment.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment show}: a recipe as text. */
@Command(
    name = "show",
    description = {
      "Print a recipe as YAML, with every default written out.",
      "It can be saved as a file, changed, and trained."
    },
    footer = {
      "",
      "Example:  figment show mnist-dcgan --set train.batch=128 > mine.yaml",
      "Next:     figment summary mine.yaml"
    })
public final class ShowCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private RecipeOptions recipe;

  @Option(
      names = "--as-written",
      description = "Print the text as its author wrote it, with comments.")
  private boolean asWritten;

  @Override
  public void run() {
    UsageException.require(
        !asWritten || !recipe.changesSomething(),
        "--as-written: shows the text unchanged. Leave out --set, or --as-written.");
    String yaml = recipe.recipe().toYaml();
    spec.commandLine().getOut().println((asWritten ? text(recipe.typed()) : yaml).stripTrailing());
  }

  private static String text(String typed) {
    if (Recipes.names().contains(typed)) {
      return Recipes.text(typed);
    }
    try {
      return Files.readString(Path.of(typed));
    } catch (IOException e) {
      throw new DiskException(Path.of(typed), "reading the recipe", e);
    }
  }
}
