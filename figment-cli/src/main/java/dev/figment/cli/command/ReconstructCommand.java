package dev.figment.cli.command;

import dev.figment.UsageException;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.ExampleArguments;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.data.ImageSet;
import dev.figment.model.Codec;
import dev.figment.model.Invertible;
import dev.figment.run.Run;
import dev.figment.run.exploration.Projection;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.run.exploration.Trained;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment reconstruct}: images, and what a model makes of them. */
@Command(
    name = "reconstruct",
    description = {
      "Show images, and below them what a model makes of each.",
      "Autoencoders and VAEs encode; for a GAN the nearest image that it makes is",
      "searched, as figment project does. Without IMAGES, the first of the test split."
    },
    footer = {
      "",
      "Example:  figment reconstruct runs/00001-fashion-vae --data-dir data --count 10",
      "          figment reconstruct runs/00001-fashion-vae shoe.jpg --resize",
      "Next:     figment interpolate RUN, or figment map RUN"
    })
public final class ReconstructCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ExampleArguments images;
  @Mixin private EngineOptions engine;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "The most images (default: 20, or all IMAGES).")
  private @Nullable Integer count;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "10",
      description = "The most images in a row (default: ${DEFAULT-VALUE}).")
  private int columns;

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      description = "Where to (default: reconstructions-test.png or alike, in the run).")
  private @Nullable Path out;

  @Override
  public void run() {
    images.check();
    FileExtensions.require(out, ".png");
    UsageException.require(columns >= 1, "--columns: expected at least 1, got %d", columns);
    UsageException.require(
        count == null || count >= 1, "--count: expected at least 1, got %d", count);
    Path target =
        out == null ? images.run().output("reconstructions-" + images.label() + ".png") : out;
    try (Run run = images.run().open(engine.settings(images.dataFolder()))) {
      Trained trained = run.trained();
      boolean projects = !trained.is(Codec.class) && trained.is(Invertible.class);
      if (!projects) {
        trained.as(Codec.class, "reconstruct");
      }
      trained.requirePictures("reconstruct");
      ImageSet set = images.first(limit(), run).set();
      Reconstructions made = projects ? projected(trained, set) : trained.reconstruct(set);
      made.grid(Math.min(columns, made.count())).writePng(target);
      say(made);
    }
    spec.commandLine().getOut().println(target);
  }

  private Reconstructions projected(Trained trained, ImageSet set) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "the model does not encode: searching the nearest images that it makes. As asked for, with"
            + " their points: figment project %s%n",
        images.run().path());
    try (TaskProgress progress = TaskProgress.on(err)) {
      return Projection.DEFAULT.of(trained, set, progress).images();
    }
  }

  private int limit() {
    if (count != null) {
      return count;
    }
    return images.areGiven() ? Integer.MAX_VALUE : 20;
  }

  private void say(Reconstructions made) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        Locale.ROOT,
        "mean squared error: %.5f over %,d image%s, pixels from 0 to 1%n",
        made.meanSquaredError(),
        made.count(),
        made.count() == 1 ? "" : "s");
    err.printf("next:     figment interpolate %s%n", images.run().path());
  }
}
