package dev.figment.cli.command;

import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.Table;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code figment recipes}: what can be trained without writing anything. */
@Command(
    name = "recipes",
    description = "List the bundled recipes.",
    footer = {"", "Example:  figment recipes", "Next:     figment summary mnist-dcgan"})
public final class RecipesCommand implements Runnable {
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
    json.print(lines, out -> print(lines, out));
  }

  private static void print(List<Line> lines, PrintWriter out) {
    Table table = Table.of("recipe", "data", "about");
    lines.forEach(line -> table.row(line.name(), line.data(), line.about()));
    table.print(out);
  }
}
