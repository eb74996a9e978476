package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.cli.option.CorruptionOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.ExampleArguments;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.ImageRows;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.ToneOptions;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.cli.report.ReconstructionReport;
import dev.figment.data.ImageSet;
import dev.figment.model.Codec;
import dev.figment.model.Invertible;
import dev.figment.run.Run;
import dev.figment.run.exploration.Corruption;
import dev.figment.run.exploration.Reconstructing;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.run.exploration.Trained;
import dev.figment.run.projection.Projection;
import java.io.PrintWriter;
import java.nio.file.Path;
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
      "searched, as figment project does. Without IMAGES, the first of the test split.",
      "With --corrupt, three rows: originals, damaged as the model sees them, repaired."
    },
    footer = {
      "",
      "Example:  figment reconstruct runs/00001-fashion-vae --data-dir data --count 10",
      "          figment reconstruct runs/00001-fashion-vae shoe.jpg --resize",
      "          figment reconstruct runs/00001-fashion-vae --sampled --seed 2",
      "          figment reconstruct runs/00002-fashion-denoising-autoencoder --corrupt",
      "          figment reconstruct RUN --corrupt mask:0.25 --json",
      "Next:     figment interpolate RUN, or figment map RUN"
    })
public final class ReconstructCommand implements Runnable {
  private static final long SEED = 1;

  @Spec private CommandSpec spec;
  @Mixin private ExampleArguments images;
  @Mixin private CorruptionOption corruption;
  @Mixin private EngineOptions engine;
  @Mixin private JsonOption json;
  @Mixin private ToneOptions tone;

  @Mixin private ImageRows rows;

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      description = "Where to (default: reconstructions-test.png or alike, in the run).")
  private @Nullable Path out;

  @Option(
      names = "--sampled",
      description =
          "Of a VAE: decode a point drawn from q(z|x), where an image may lie, in place of its"
              + " mean.")
  private boolean sampled;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which damage and which points are drawn (default: " + SEED + ").")
  private @Nullable Long seed;

  @Override
  public void run() {
    check();
    try (Run run = images.run().open(engine.settings(images.dataFolder()))) {
      Trained trained = run.trained();
      boolean projects = !encodes() && !trained.is(Codec.class) && trained.is(Invertible.class);
      if (!projects) {
        trained.as(Codec.class, encodes() ? "encode" : "reconstruct");
      }
      trained.requirePictures("reconstruct");
      Corruption damage = corruption.of(trained);
      Reconstructing how = new Reconstructing(damage, sampled, seed == null ? SEED : seed);
      Path target = target(run);
      ImageSet set = images.first(rows.limit(images.areGiven()), run).set();
      Reconstructions made = projects ? projected(trained, set) : trained.reconstruct(set, how);
      made.grid(rows.columns(made.count()), tone.tone()).writePng(target);
      say(ReconstructionReport.of(made, damage, target.toString()));
    }
  }

  private void check() {
    images.check();
    FileExtensions.require(out, ".png");
    rows.check();
    UsageException.require(
        seed == null || encodes(),
        "--seed: is for what is drawn. Add --corrupt or --sampled, or leave it out.");
  }

  /** Whether something is asked for that a model which only projects cannot do. */
  private boolean encodes() {
    return sampled || corruption.isGiven();
  }

  private Path target(Run run) {
    String name =
        images.label(run) + corruption.suffix() + (sampled ? "-sampled" : "") + tone.suffix();
    return out == null ? images.run().output("reconstructions-" + name + ".png") : out;
  }

  private Reconstructions projected(Trained trained, ImageSet set) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "the model does not encode: searching the nearest images that it makes. As asked for, with"
            + " their points: figment project %s%n",
        ShellWord.of(images.run().path()));
    try (TaskProgress progress = TaskProgress.on(err)) {
      return Projection.DEFAULT.of(trained, set, progress).images();
    }
  }

  private void say(ReconstructionReport report) {
    var err = spec.commandLine().getErr();
    report.print(err);
    err.printf("next:     figment interpolate %s%n", ShellWord.of(images.run().path()));
    json.print(report, out -> out.println(report.picture()));
  }
}
