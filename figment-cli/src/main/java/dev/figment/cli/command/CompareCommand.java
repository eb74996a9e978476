package dev.figment.cli.command;

import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.SignificantDigits;
import dev.figment.cli.report.Table;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.watching.RunComparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment compare}: the learning curves of runs, over each other. */
@Command(
    name = "compare",
    description = {
      "Draw the learning curves of runs over each other, and list their last values.",
      "Losses, the accuracies of a GAN's discriminator, and what was validated: those",
      "that all of the runs have. Over steps, or kimg where a run's length is in kimg."
    },
    footer = {
      "",
      "Example:  figment compare runs/00001-mnist-five-gan runs/00002-mnist-five-gan-deep",
      "          figment compare RUN RUN RUN --out curves.svg --json",
      "Next:     figment sample RUN, for what each draws"
    })
public final class CompareCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "The folders of the runs.")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "FILE.png|FILE.svg",
      defaultValue = "compare.png",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  private Path out;

  /**
   * What is printed; the names are those of {@code --json}.
   *
   * @param picture where the curves are
   */
  record Report(String picture, List<RunComparison.Compared> runs) {}

  @Override
  public void run() {
    FileExtensions.require(out, ".png", ".svg");
    RunComparison comparison = RunComparison.of(folders.stream().map(RunFolder::open).toList());
    comparison.panels().write(out);
    Report report = new Report(out.toString(), comparison.runs());
    json.print(report, text -> print(report, comparison.names(), text));
  }

  private void print(Report report, List<String> names, PrintWriter text) {
    List<RunComparison.Compared> runs = report.runs();
    for (int i = 0; i < runs.size(); i++) {
      text.printf("%d: %s%n", i + 1, runs.get(i).run());
    }
    Table table =
        Table.of(row("", IntStream.rangeClosed(1, runs.size()).mapToObj(String::valueOf)));
    table.row(row("step", runs.stream().map(each -> String.valueOf(each.step()))));
    for (String name : names) {
      table.row(row(name, runs.stream().map(each -> last(each, name))));
    }
    table.print(text);
    spec.commandLine().getErr().printf("curves:   %s%n", report.picture());
  }

  private static String[] row(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).toArray(String[]::new);
  }

  private static String last(RunComparison.Compared run, String name) {
    return SignificantDigits.of(Objects.requireNonNull(run.last().get(name)));
  }
}
