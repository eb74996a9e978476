package dev.figment.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.RecipeOptions;
import dev.figment.nn.Architecture;
import dev.figment.nn.JoinedNetworks;
import dev.figment.nn.Summary;
import dev.figment.recipe.Recipe;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code figment summary}: the networks of a recipe as tables. */
@Command(
    name = "summary",
    description = {
      "Print the networks of a recipe: layers, output shapes, parameters.",
      "Of a GAN also the two in a row, as the generator learns, with the discriminator frozen.",
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
  record Report(
      String recipe,
      List<Net> networks,
      long total,
      @JsonInclude(Include.NON_NULL) @Nullable Net joined) {
    static Report of(String recipe, List<Summary> summaries, @Nullable Summary joined) {
      long total = summaries.stream().mapToLong(Summary::parameters).sum();
      List<Net> networks = summaries.stream().map(Net::of).toList();
      return new Report(recipe, networks, total, joined == null ? null : Net.of(joined));
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
    Summary joined = recipe.joined(chosen, data.folder()).map(JoinedNetworks::summary).orElse(null);
    Report report = Report.of(chosen.recipe(), summaries, joined);
    json.print(report, out -> print(report, summaries, joined, out));
  }

  private static void print(
      Report report, List<Summary> summaries, @Nullable Summary joined, PrintWriter out) {
    summaries.forEach(summary -> out.printf("%s%n%n", summary));
    if (joined != null) {
      out.printf("%s%n%n", joined);
    }
    out.printf(Locale.ROOT, "%s: %,d parameters in all%n", report.recipe(), report.total());
  }
}
