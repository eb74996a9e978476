package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.cli.option.ClassOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.ExampleArguments;
import dev.figment.cli.option.ExampleArguments.Given;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.ImageRows;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.ProjectionOptions;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.cli.report.ProjectionReport;
import dev.figment.model.Invertible;
import dev.figment.model.Stylist;
import dev.figment.run.Run;
import dev.figment.run.exploration.LatentTable;
import dev.figment.run.exploration.Trained;
import dev.figment.run.projection.Projected;
import dev.figment.run.projection.Projection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment project}: the points whose images are nearest to given ones. */
@Command(
    name = "project",
    description = {
      "Find the points whose images are nearest to given ones, by gradient descent.",
      "For GANs, which do not encode; for autoencoders and VAEs too. Originals above,",
      "what was found below, and the points as .npy: z, or the styles w of a model",
      "with styles. Without IMAGES, the first ones of the test split."
    },
    footer = {
      "",
      "Example:  figment project runs/00001-mnist-dcgan --count 10 --data-dir data",
      "          figment project runs/00001-mnist-dcgan seven.png --resize --restarts 4",
      "          figment project runs/00002-fashion-cgan --class Bag --data-dir data",
      "Next:     figment sample RUN --latent FILE.npy, or figment interpolate RUN --latent",
      "          FILE.npy --from 0 --to 1; with --space w where the points are styles"
    })
public final class ProjectCommand implements Runnable {

  @Spec private CommandSpec spec;
  @Mixin private ExampleArguments images;
  @Mixin private ProjectionOptions options;
  @Mixin private ClassOption classOption;
  @Mixin private EngineOptions engine;
  @Mixin private JsonOption json;

  @Mixin private ImageRows rows;

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      description = "The picture (default: projections-test.png or alike, in the run).")
  private @Nullable Path out;

  @Option(
      names = "--latents",
      paramLabel = "FILE.npy|FILE.csv",
      description = "The points (default: as the picture, with .npy).")
  private @Nullable Path latents;

  @Override
  public void run() {
    check();
    Projection projection = options.of(Projection.DEFAULT);
    try (Run run = images.run().open(engine.settings(images.dataFolder()));
        TaskProgress progress = TaskProgress.on(spec.commandLine().getErr())) {
      Trained trained = run.trained();
      trained.as(Invertible.class, "project"); // refused before images are read
      trained.requirePictures("project");
      Integer ofClass = classOption.number(trained);
      Given given = images.first(rows.limit(images.areGiven()), run);
      Projected found = projection.of(trained, given.set(), ofClass, progress);
      progress.close();
      Path picture = picture(run);
      Path points = latents == null ? besides(picture) : latents;
      found.images().grid(rows.columns(found.images().count())).writePng(picture);
      new LatentTable(given.names(), given.set(), found.points()).write(points);
      ProjectionReport report = new ProjectionReport(found, given.names());
      json.print(report.result(picture.toString(), points.toString()), report.table()::print);
      say(found, trained, picture, points);
    }
  }

  private void check() {
    images.check();
    FileExtensions.require(out, ".png");
    FileExtensions.require("--latents", latents, ".npy", ".csv");
    rows.check();
  }

  private Path picture(Run run) {
    String name = "projections-" + images.label(run) + classOption.suffix() + ".png";
    return out == null ? images.run().output(name) : out;
  }

  private static Path besides(Path picture) {
    String name = picture.getFileName().toString();
    return picture.resolveSibling(name.substring(0, name.length() - ".png".length()) + ".npy");
  }

  private void say(Projected found, Trained trained, Path picture, Path points) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        Locale.ROOT,
        "mean squared error: %.5f over %,d image%s, pixels from 0 to 1%n",
        found.images().meanSquaredError(),
        found.images().count(),
        found.images().count() == 1 ? "" : "s");
    err.printf("picture:  %s%n", picture);
    err.printf("latents:  %s%n", points);
    if (trained.classes().count() > 0 && !classOption.isGiven()) {
      err.println("each as of its own class; a point makes its image again as that class alone.");
    } else if (FileExtensions.has(points, ".npy")) {
      String space = trained.is(Stylist.class) ? " --space w" : "";
      err.printf(
          "next:     figment sample %s --latent %s%s%s%n",
          ShellWord.of(images.run().path()), ShellWord.of(points), space, classOption.words());
    }
  }
}
