package dev.figment.cli.command;

import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.ImageParameters;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.ProjectionOptions;
import dev.figment.cli.option.ResizeOption;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.cli.report.AnomalyReport;
import dev.figment.cli.report.LoadReportLines;
import dev.figment.cli.report.OneClassReport;
import dev.figment.data.ImageSet;
import dev.figment.model.Codec;
import dev.figment.model.Invertible;
import dev.figment.run.Run;
import dev.figment.run.evaluation.Anomalies;
import dev.figment.run.evaluation.OneClass;
import dev.figment.run.exploration.Trained;
import dev.figment.run.projection.Projection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment anomaly}: what a model finds unusual. */
@Command(
    name = "anomaly",
    description = {
      "Rank images, the most unusual to the model first.",
      "Those are what an autoencoder restores badly, what is unlikely to a VAE, or",
      "what a GAN makes nothing like, found by figment project. With a picture.",
      "With --normal-class instead: how well a model that has learned this class",
      "alone tells it from the others of its data set, beside PCA."
    },
    footer = {
      "",
      "Example:  figment anomaly runs/00001-fashion-vae photos/ --resize",
      "          figment train fashion-stacked-autoencoder --data-dir data \\",
      "              --set data.set=mnist --set data.classes='[\"5\"]' --run runs/fives",
      "          figment anomaly runs/fives --normal-class 5 --data-dir data",
      "          figment anomaly runs/00001-mnist-dcgan seven.png --examples 200",
      "Next:     figment reconstruct RUN, to see what is restored badly"
    })
public final class AnomalyCommand implements Runnable {
  private static final int COUNT = 20;

  @Spec private CommandSpec spec;
  @Mixin private ImageParameters images;
  @Mixin private ResizeOption resize;
  @Mixin private DataFolderOption data;
  @Mixin private EngineOptions engine;
  @Mixin private ProjectionOptions options;
  @Mixin private JsonOption json;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many to show (default: " + COUNT + ").")
  private @Nullable Integer count;

  @Option(
      names = "--normal-class",
      paramLabel = "CLASS",
      description = "Compare this class of the data set with others.")
  private @Nullable String normal;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "How many of the test split, taken evenly (default: all).")
  private @Nullable Integer examples;

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      description = "The picture (default: anomalies.png in the run).")
  private @Nullable Path out;

  @Override
  public void run() {
    check();
    try (Run run = images.run().open(engine.settings(data.folder()));
        TaskProgress progress = TaskProgress.on(spec.commandLine().getErr())) {
      checkFits(run.trained());
      if (normal == null) {
        rank(run, progress);
      } else {
        compareClasses(run, normal, progress);
      }
    }
  }

  private void check() {
    UsageException.require(
        normal == null == images.areGiven(),
        "anomaly: expected IMAGES, or --normal-class CLASS to compare classes of the run's data"
            + " set; got %s.",
        normal == null ? "neither" : "both");
    boolean forImages = resize.isGiven() || count != null || out != null;
    UsageException.require(
        normal == null || !forImages,
        "--resize, --count, --out: are for IMAGES, --normal-class takes none. Leave them out.");
    UsageException.require(
        count == null || count >= 1, "--count: expected at least 1, got %d", count);
    UsageException.require(
        examples == null || examples >= 1, "--examples: expected at least 1, got %d", examples);
    options.of(Projection.ANOGAN); // refuses bad counts
    FileExtensions.require(out, ".png");
  }

  /** Refuses before images are read. */
  private void checkFits(Trained trained) {
    boolean encodes = trained.is(Codec.class);
    if (!encodes) {
      trained.as(Invertible.class, "find anomalies");
    }
    options.refuseIf(encodes, "the model encodes, so nothing is searched for.");
  }

  private void rank(Run run, TaskProgress progress) {
    List<Path> files = images.files();
    ImageSet set = resize.files(files, run);
    LoadReportLines.print(set.loadReport(), "", spec.commandLine().getErr());
    Anomalies found = Anomalies.of(run, set, options.of(Projection.ANOGAN), examples, progress);
    progress.close();
    int shown = Math.min(files.size(), count == null ? COUNT : count);
    AnomalyReport report = new AnomalyReport(found, files, shown);
    Path picture = out == null ? images.run().output("anomalies.png") : out;
    report.picture().writePng(picture);
    json.print(report.lines(), report.table()::print);
    report.sayMissing(spec.commandLine().getErr());
    spec.commandLine().getErr().printf("picture:  %s%n", picture);
  }

  private void compareClasses(Run run, String normal, TaskProgress progress) {
    OneClass result = OneClass.of(run, normal, options.of(Projection.ANOGAN), examples, progress);
    progress.close();
    OneClassReport report = new OneClassReport(result, run.folder());
    PrintWriter err = spec.commandLine().getErr();
    report.warn(err);
    json.print(
        result,
        out -> {
          report.table().print(out);
          report.explain(err);
        });
  }
}
