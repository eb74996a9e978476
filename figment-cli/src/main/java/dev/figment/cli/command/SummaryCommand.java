package dev.figment.cli.command;

import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.RecipeOptions;
import dev.figment.nn.Architecture;
import dev.figment.nn.Summary;
import dev.figment.recipe.Recipe;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code figment summary}: the networks of a recipe as tables. */
@Command(
    name = "summary",
    description = {
      "Print the networks of a recipe: layers, output shapes, parameters.",
      "Needs neither data nor engine, unless data.set is a path."
    },
    footer = {
      "",
      "Example:  figment summary mnist-dcgan --set model.gan.latent=32",
      "Next:     figment plot mnist-dcgan, or figment train mnist-dcgan"
    })
public final class SummaryCommand implements Runnable {
  @Mixin private RecipeOptions recipe;
  @Mixin private DataFolderOption data;
  @Mixin private JsonOption json;

  /** All networks; the names are those of {@code --json}. */
  record Report(String recipe, List<Net> networks, long total) {
    static Report of(String recipe, List<Summary> summaries) {
      long total = summaries.stream().mapToLong(Summary::parameters).sum();
      return new Report(recipe, summaries.stream().map(Net::of).toList(), total);
    }
  }

  record Net(String name, List<Row> layers, long parameters, long trainable) {
    static Net of(Summary summary) {
      List<Row> rows = summary.rows().stream().map(Row::of).toList();
      return new Net(summary.name(), rows, summary.parameters(), summary.trainable());
    }
  }

  record Row(String layer, List<Integer> output, long parameters) {
    static Row of(Summary.Row row) {
      List<Integer> sizes = Arrays.stream(row.output().sizes()).boxed().toList();
      return new Row(row.layer(), sizes, row.parameters());
    }
  }

  @Override
  public void run() {
    Recipe chosen = recipe.recipe();
    List<Summary> summaries =
        recipe.architectures(chosen, data.folder()).stream().map(Architecture::summary).toList();
    Report report = Report.of(chosen.recipe(), summaries);
    json.print(report, out -> print(report, summaries, out));
  }

  private static void print(Report report, List<Summary> summaries, PrintWriter out) {
    summaries.forEach(summary -> out.printf("%s%n%n", summary));
    out.printf(Locale.ROOT, "%s: %,d parameters in all%n", report.recipe(), report.total());
  }
}
