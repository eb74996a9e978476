package dev.figment.cli;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code figment recipes}: what can be trained without writing anything. */
@Command(
    name = "recipes",
    description = "List the bundled recipes.",
    footer = {"", "Example:  figment recipes", "Next:     figment summary mnist-dcgan"})
final class RecipesCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  /** A line of the list; the names are those of {@code --json}. */
  record Line(String name, String about, String data) {
    static Line of(String name) {
      Recipe recipe = Recipes.named(name);
      return new Line(name, recipe.about(), recipe.data().set());
    }
  }

  @Override
  public void run() {
    List<Line> lines = Recipes.names().stream().map(Line::of).toList();
    if (json.asked()) {
      json.print(lines);
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    Table table = Table.of("recipe", "data", "about");
    lines.forEach(line -> table.row(line.name(), line.data(), line.about()));
    table.print(out);
  }
}
