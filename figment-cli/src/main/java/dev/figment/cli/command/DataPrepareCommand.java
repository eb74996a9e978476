package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.cli.option.ImageSize;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.cli.report.LoadReportLines;
import dev.figment.data.DataRecipe;
import dev.figment.data.image.Colors;
import dev.figment.data.image.Conversion;
import dev.figment.data.image.Fit;
import dev.figment.data.image.ImageTransform;
import dev.figment.data.reader.Preparation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment data prepare}: a clean zip of images of many kinds. */
@Command(
    name = "prepare",
    description = {
      "Make a clean zip of images of many kinds, and say what was done to them.",
      "It has PNG files of one size and color as StyleGAN's programs name them,",
      "00000/img00000000.png, with the classes of their folders in dataset.json. What",
      "cannot be read, comes twice or lies beside class folders is dropped, and named.",
      "The same images make the same bytes."
    },
    footer = {
      "",
      "Example:  figment data prepare photos photos.zip --size 64",
      "          figment data prepare photos.tar.gz wide.zip --size 48x64 --fit pad",
      "Next:     figment data info photos.zip"
    })
public final class DataPrepareCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  @Parameters(index = "0", paramLabel = "IN", description = "A folder or archive of images.")
  private Path from;

  @Parameters(index = "1", paramLabel = "OUT", description = "The zip to be made.")
  private Path to;

  @Option(
      names = "--size",
      paramLabel = "S|HxW",
      description = "Bring all to this side, or height and width. Needed where images differ.")
  private @Nullable String size;

  @Option(
      names = "--fit",
      defaultValue = "crop",
      description =
          "How images of another aspect ratio come to the size: crop, pad with black, or stretch"
              + " (default: crop).")
  private Fit fit;

  @Option(names = "--colors", description = "gray or rgb. Otherwise rgb, unless all are gray.")
  private @Nullable Colors colors;

  @Option(names = "--no-classes", description = "Folders are no classes: take all images alike.")
  private boolean isUnlabeled;

  /** What was done; the names are those of {@code --json}. */
  record Result(
      int images,
      String shape,
      Map<String, Integer> examplesPerClass,
      int resized,
      Map<Conversion, Integer> changed,
      Map<String, Integer> leftOut,
      Map<String, String> dropped) {
    static Result of(Preparation.Report report) {
      return new Result(
          report.images(),
          report.shape().toString(),
          report.examplesPerClass(),
          report.resized(),
          report.loaded().changed(),
          report.loaded().leftOut(),
          report.dropped());
    }
  }

  @Override
  public Integer call() {
    Preparation.Report report;
    try (TaskProgress progress = TaskProgress.on(spec.commandLine().getErr())) {
      report = Preparation.write(from, to, transform(), !isUnlabeled, progress);
    }
    json.print(Result.of(report), out -> print(report, out));
    String set = ShellWord.of(DataRecipe.nameOf(to.toString()));
    spec.commandLine().getErr().printf("next:     figment data info %s%n", set);
    return 0;
  }

  private ImageTransform transform() {
    return ImageTransform.of(size == null ? null : ImageSize.sides("--size", size), colors, fit);
  }

  private void print(Preparation.Report report, PrintWriter out) {
    out.printf(Locale.ROOT, "images    %,d of %s%n", report.images(), report.shape());
    report
        .examplesPerClass()
        .forEach((name, count) -> out.printf(Locale.ROOT, "          %,d of %s%n", count, name));
    if (report.resized() > 0) {
      out.printf(Locale.ROOT, "resized   %,d%n", report.resized());
    }
    LoadReportLines.print(report.loaded(), "", out);
    if (!report.dropped().isEmpty()) {
      printDropped(report.dropped(), out);
    }
  }

  private static void printDropped(Map<String, String> dropped, PrintWriter out) {
    out.printf(Locale.ROOT, "dropped   %,d%n", dropped.size());
    dropped.entrySet().stream()
        .limit(SHOWN)
        .forEach(each -> out.printf("          %s: %s%n", each.getKey(), each.getValue()));
    if (dropped.size() > SHOWN) {
      out.printf(Locale.ROOT, "          and %,d more (all with --json)%n", dropped.size() - SHOWN);
    }
  }
}
