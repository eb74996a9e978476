package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.ExampleArguments;
import dev.figment.cli.option.ExampleArguments.Given;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.CodingsReport;
import dev.figment.latent.Activity;
import dev.figment.latent.Points;
import dev.figment.model.Codec;
import dev.figment.run.Run;
import dev.figment.run.exploration.Trained;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment codings}: how active the units of a coding are. */
@Command(
    name = "codings",
    description = {
      "Show how sparse the codings are that a model makes of images.",
      "Histograms of all activations and of the mean of each unit, and how many",
      "activations are below 0.1 and how many units have a mean from 0.1 to 0.2.",
      "For autoencoders and VAEs. Without IMAGES, those of the test split."
    },
    footer = {
      "",
      "Example:  figment codings runs/00003-fashion-sparse --data-dir data",
      "          figment codings RUN --split train --bins 50 --json",
      "Next:     figment map RUN, or figment encode RUN for the numbers themselves"
    })
public final class CodingsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ExampleArguments images;
  @Mixin private EngineOptions engine;
  @Mixin private JsonOption json;

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "20",
      description = "Into how many intervals values are counted (default: ${DEFAULT-VALUE}).")
  private int bins;

  @Option(
      names = "--out",
      paramLabel = "FILE.png|FILE.svg",
      description = "Where to (default: codings-test.png or alike, in the run).")
  private @Nullable Path out;

  @Override
  public void run() {
    images.check();
    FileExtensions.require(out, ".png", ".svg");
    UsageException.require(bins >= 1 && bins <= 1000, "--bins: expected 1 to 1000, got %d", bins);
    try (Run run = images.run().open(engine.settings(images.dataFolder()))) {
      CodingsReport report = report(run);
      json.print(report, report::print);
    }
    spec.commandLine()
        .getErr()
        .printf("next:     figment map %s%n", ShellWord.of(images.run().path()));
  }

  private CodingsReport report(Run run) {
    Trained trained = run.trained();
    int units = trained.as(Codec.class, "encode").latentSize();
    Given given = images.first(Integer.MAX_VALUE, run);
    Path picture = out == null ? images.run().output("codings-" + images.label(run) + ".png") : out;
    Activity activity = new Activity(new Points(trained.encode(given.set()), units));
    CodingsReport report = CodingsReport.of(activity, bins, picture.toString());
    String title =
        String.format(
            Locale.ROOT,
            "%s: %,d of %s",
            run.recipe().recipe(),
            report.images(),
            given.set().name());
    report.drawn(title).write(picture);
    return report;
  }
}
