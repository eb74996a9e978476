package dev.figment.cli;

import static java.util.Locale.ROOT;

import dev.figment.run.evaluation.OneClass;
import dev.figment.run.evaluation.OneClass.Against;
import dev.figment.run.folder.RunFolder;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** How well a model tells the class that it has learned from others. */
record OneClassReport(OneClass result, RunFolder run) {
  void print(JsonOption json, CommandLine line) {
    if (!result.hasSeenOnlyNormal()) {
      warn(line.getErr());
    }
    if (json.asked()) {
      json.print(result);
    } else {
      table().print(line.getOut());
      sayWhat(line.getErr());
    }
  }

  private Table table() {
    String baseline = result.components() == 0 ? "PCA" : "PCA " + result.components();
    Table table =
        Table.of(result.normal() + " against", "examples", "AUC of " + result.score(), baseline);
    result.against().forEach(each -> row(table, each));
    row(table, result.all());
    return table;
  }

  private static void row(Table table, Against each) {
    table.row(
        each.anomalous(),
        String.format(ROOT, "%,d", each.examples()),
        String.format(ROOT, "%.4f", each.auc()),
        each.pcaAuc() == null ? "-" : String.format(ROOT, "%.4f", each.pcaAuc()));
  }

  private void sayWhat(PrintWriter err) {
    err.println("1 tells all apart, 0.5 none.");
    err.println(
        result.components() == 0
            ? "PCA is left out: images of more than 8,192 values are too large for it."
            : "PCA: the error of %d principal components of the training images of %s."
                .formatted(result.components(), result.normal()));
  }

  private void warn(PrintWriter err) {
    String seen =
        result.learned().stream()
            .filter(name -> !name.equals(result.normal()))
            .collect(Collectors.joining(", "));
    err.printf(
        "the model has seen others than %s: %s. What it has learned is no anomaly to it, so these"
            + " figures say little.%n",
        result.normal(), seen);
    err.printf(
        "train it on %s alone: figment train %s --set data.classes='[\"%s\"]'%n",
        result.normal(), run.recipeFile(), result.normal());
  }
}
