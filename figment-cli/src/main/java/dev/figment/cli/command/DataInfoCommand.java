package dev.figment.cli.command;

import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.Table;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSummary;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.picture.ImageGrid;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment data info}: what a set holds. */
@Command(
    name = "info",
    description = "Read a data set, and say what it holds.",
    footer = {
      "",
      "Example:  figment data info mnist --data-dir data --split test --out digits.png",
      "Next:     figment train mnist-dcgan --data-dir data"
    })
public final class DataInfoCommand implements Runnable {
  private static final int SHOWN = 100;

  @Spec private CommandSpec spec;
  @Mixin private DataFolderOption data;
  @Mixin private JsonOption json;

  @Parameters(
      paramLabel = "SET",
      description = "A set of figment data list, or the path of a folder or zip of images.")
  private String name;

  @Option(
      names = "--split",
      paramLabel = "train|test|all",
      defaultValue = "train",
      description = "Which part (default: ${DEFAULT-VALUE}).")
  private Split split;

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      description = "Draw " + SHOWN + " examples, taken evenly from the whole set.")
  private @Nullable Path picture;

  @Override
  public void run() {
    FileExtensions.require(picture, ".png");
    ImageSet set = ImageSets.open(DataRecipe.of(name).withSplit(split), data.folder());
    DataSummary summary = DataSummary.of(set);
    json.print(summary, out -> print(summary, set, out));
    if (picture != null) {
      draw(set, picture);
      spec.commandLine().getErr().printf("picture: %s%n", picture);
    }
  }

  private void print(DataSummary summary, ImageSet set, PrintWriter to) {
    to.printf("%s/%s%n", summary.name(), split);
    to.printf(Locale.ROOT, "examples  %,d of %s%n", summary.examples(), set.shape());
    to.printf(Locale.ROOT, "memory    %.1f MB%n", summary.bytes() / 1e6);
    to.printf(
        Locale.ROOT,
        "values    mean %.4f, standard deviation %.4f%n",
        summary.mean(),
        summary.standardDeviation());
    if (!summary.examplesPerClass().isEmpty()) {
      to.println();
      Table table = Table.of("class", "examples");
      summary
          .examplesPerClass()
          .forEach((each, count) -> table.row(each, String.format(Locale.ROOT, "%,d", count)));
      table.print(to);
    }
  }

  private void draw(ImageSet set, Path picture) {
    UsageException.require(
        set.holdsBytes(), "--out: expected a set of images, %s holds vectors.", set.name());
    int shown = Math.min(SHOWN, set.size());
    int[] evenly = IntStream.range(0, shown).map(i -> index(i, shown, set)).toArray();
    ImageGrid.examples(set, evenly).columns(10).writePng(picture);
  }

  private static int index(int i, int shown, ImageSet set) {
    return (int) ((long) i * set.size() / shown);
  }
}
