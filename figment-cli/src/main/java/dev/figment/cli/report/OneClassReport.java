package dev.figment.cli.report;

import static java.util.Locale.ROOT;

import dev.figment.ShellWord;
import dev.figment.run.evaluation.OneClass;
import dev.figment.run.evaluation.OneClass.Against;
import dev.figment.run.folder.RunFolder;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** How well a model tells the class that it has learned from others. */
public record OneClassReport(OneClass result, RunFolder run) {
  public Table table() {
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

  /** What the numbers of the table mean. */
  public void explain(PrintWriter err) {
    err.println("1 tells all apart, 0.5 none.");
    err.println(
        result.components() == 0
            ? "PCA is left out: images of more than 8,192 values are too large for it."
            : "PCA: the error of %d principal components of the training images of %s."
                .formatted(result.components(), result.normal()));
  }

  /** Says where the model has learned from other classes too. */
  public void warn(PrintWriter err) {
    if (!result.hasSeenOnlyNormal()) {
      warnOf(seen(), err);
    }
  }

  private String seen() {
    return result.learned().stream()
        .filter(name -> !name.equals(result.normal()))
        .collect(Collectors.joining(", "));
  }

  private void warnOf(String seen, PrintWriter err) {
    err.printf(
        "the model has seen others than %s: %s. What it has learned is no anomaly to it, so these"
            + " figures say little.%n",
        result.normal(), seen);
    err.printf(
        "train it on %s alone: figment train %s --set %s%n",
        result.normal(),
        ShellWord.of(run.recipeFile()),
        ShellWord.of("data.classes=[\"%s\"]".formatted(result.normal())));
  }
}
