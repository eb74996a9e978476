package dev.figment.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.ToneOptions;
import dev.figment.cli.report.LoadReportLines;
import dev.figment.cli.report.Table;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSummary;
import dev.figment.data.ImageSet;
import dev.figment.data.Quartiles;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.picture.ImageGrid;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
      "          figment data info mnist --data-dir data --classes 5 --first 64 --out fives.png",
      "          figment data info mnist --data-dir data --classes 5 --image 0",
      "Next:     figment train mnist-dcgan --data-dir data"
    })
public final class DataInfoCommand implements Runnable {
  private static final int SHOWN = 100;

  @Spec private CommandSpec spec;
  @Mixin private DataFolderOption data;
  @Mixin private JsonOption json;
  @Mixin private ToneOptions tone;

  @Parameters(
      paramLabel = "SET",
      description = "A set of figment data list, or the path of a folder or archive of images.")
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

  @Option(names = "--first", paramLabel = "N", description = "Draw the first N examples instead.")
  private @Nullable Integer first;

  @Option(
      names = "--classes",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "NAME,…",
      description = "Only these classes (default: all).")
  private List<String> classes = List.of();

  @Option(
      names = "--image",
      paramLabel = "N",
      description = "Print one example as numbers, by its number from 0: bytes, row by row.")
  private @Nullable Integer image;

  /**
   * What is printed as JSON.
   *
   * @param image the numbers of one example, row by row; null where none was asked for
   */
  private record Info(
      @JsonUnwrapped DataSummary summary,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<List<Float>> image) {}

  @Override
  public void run() {
    FileExtensions.require(picture, ".png");
    UsageException.require(
        first == null || picture != null, "--first: is for --out. Add it, or leave this out.");
    UsageException.require(
        first == null || first >= 1, "--first: expected at least 1, got %d", first);
    ImageSet set = ImageSets.open(recipe(), data.folder());
    Info info = new Info(DataSummary.of(set), image == null ? null : numbers(set, image));
    json.print(info, out -> print(info, set, out));
    if (picture != null) {
      draw(set, picture);
      spec.commandLine().getErr().printf("picture: %s%n", picture);
    }
  }

  private DataRecipe recipe() {
    DataRecipe all = DataRecipe.of(name).withSplit(split);
    return classes.isEmpty() ? all : all.withClasses(classes.toArray(String[]::new));
  }

  /** A list for each row of an image, the channels of a pixel together; one of a vector. */
  private static List<List<Float>> numbers(ImageSet set, int index) {
    UsageException.require(
        index >= 0 && index < set.size(),
        "--image: expected an example by its number from 0 to %d, got %d",
        set.size() - 1,
        index);
    float[] all = new float[set.shape().count()];
    set.copyFloats(index, all, 0);
    int width = set.shape().isImage() ? set.shape().width() * set.shape().channels() : all.length;
    return IntStream.range(0, all.length / width)
        .mapToObj(row -> row(all, row * width, width))
        .toList();
  }

  private static List<Float> row(float[] all, int start, int width) {
    return IntStream.range(start, start + width).mapToObj(i -> all[i]).toList();
  }

  private void print(Info info, ImageSet set, PrintWriter to) {
    print(info.summary(), set, to);
    if (info.image() != null) {
      to.println();
      info.image().forEach(row -> to.println(line(row, set.holdsBytes())));
    }
  }

  private static String line(List<Float> row, boolean areBytes) {
    return row.stream()
        .map(each -> String.format(Locale.ROOT, areBytes ? "%3.0f" : "%9.5f", each))
        .collect(Collectors.joining(" "));
  }

  private void print(DataSummary summary, ImageSet set, PrintWriter to) {
    to.printf("%s/%s%n", summary.name(), split);
    to.printf(Locale.ROOT, "examples  %,d of %s%n", summary.examples(), set.shape());
    LoadReportLines.print(summary.loading(), "", to);
    to.printf(Locale.ROOT, "memory    %.1f MB%n", summary.bytes() / 1e6);
    to.printf(
        Locale.ROOT,
        "values    mean %.4f, standard deviation %.4f%n",
        summary.mean(),
        summary.standardDeviation());
    Quartiles quartiles = summary.quartiles();
    to.printf(
        Locale.ROOT,
        "          from %.4f, quarters at %.4f, %.4f and %.4f, to %.4f%n",
        quartiles.lowest(),
        quartiles.lower(),
        quartiles.median(),
        quartiles.upper(),
        quartiles.highest());
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
    int shown = Math.min(first == null ? SHOWN : first, set.size());
    int[] which =
        IntStream.range(0, shown).map(i -> first == null ? index(i, shown, set) : i).toArray();
    ImageGrid grid = ImageGrid.examples(set, which).toned(tone.tone());
    (first == null ? grid.columns(10) : grid).writePng(picture);
  }

  private static int index(int i, int shown, ImageSet set) {
    return (int) ((long) i * set.size() / shown);
  }
}
