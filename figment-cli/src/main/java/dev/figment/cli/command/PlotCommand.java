package dev.figment.cli.command;

import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.RecipeOptions;
import dev.figment.picture.NetworkPlot;
import dev.figment.picture.NetworkPlot.Column;
import dev.figment.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment plot}: the networks of a recipe as a picture. */
@Command(
    name = "plot",
    description = {
      "Draw the networks of a recipe.",
      "A box for each layer, with the shape that leaves it. Of a GAN also a box for each network,",
      "in a row as the generator learns."
    },
    footer = {
      "",
      "Example:  figment plot mnist-dcgan --out networks.png",
      "Next:     figment train mnist-dcgan"
    })
public final class PlotCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private RecipeOptions recipe;
  @Mixin private DataFolderOption data;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to: a file that ends in .svg or .png (default: RECIPE.svg).")
  private @Nullable Path out;

  @Override
  public void run() {
    Recipe chosen = recipe.recipe();
    Path target = out == null ? Path.of(chosen.recipe() + ".svg") : out;
    NetworkPlot.of(chosen.recipe(), columns(chosen)).write(target);
    spec.commandLine().getOut().println(target);
  }

  private List<Column> columns(Recipe chosen) {
    List<Column> columns = new ArrayList<>();
    recipe.architectures(chosen, data.folder()).forEach(each -> columns.add(Column.of(each)));
    recipe.joined(chosen, data.folder()).ifPresent(each -> columns.add(Column.of(each)));
    return columns;
  }
}
