package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.ExampleArguments;
import dev.figment.cli.option.ExampleArguments.Given;
import dev.figment.cli.option.FileExtensions;
import dev.figment.model.Codec;
import dev.figment.run.Run;
import dev.figment.run.exploration.LatentTable;
import dev.figment.run.exploration.Trained;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment encode}: the points that a model describes images by. */
@Command(
    name = "encode",
    description = {
      "Write the numbers that a model describes images by.",
      "For autoencoders and VAEs. Without IMAGES, those of the test split. A row for",
      "each: as .csv with its file or index and its class, where known; as .npy the",
      "numbers alone, float32 (images, numbers)."
    },
    footer = {
      "",
      "Example:  figment encode runs/00001-fashion-vae --split test --out test.csv",
      "          figment encode runs/00001-fashion-vae shoes/ --resize --out shoes.npy",
      "Next:     figment sample RUN --latent shoes.npy, to see them decoded"
    })
public final class EncodeCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ExampleArguments images;
  @Mixin private EngineOptions engine;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv|FILE.npy",
      description = "Where to.")
  private Path out;

  @Override
  public void run() {
    images.check();
    FileExtensions.require(out, ".csv", ".npy");
    try (Run run = images.run().open(engine.settings(images.dataFolder()))) {
      Trained trained = run.trained();
      trained.as(Codec.class, "encode");
      Given given = images.first(Integer.MAX_VALUE, run);
      new LatentTable(given.names(), given.set(), trained.encode(given.set())).write(out);
      say(given, trained);
    }
    spec.commandLine().getOut().println(out);
  }

  private void say(Given given, Trained trained) {
    PrintWriter err = spec.commandLine().getErr();
    int numbers = trained.codec().latentSize();
    err.printf(Locale.ROOT, "%,d rows of %,d numbers%n", given.set().size(), numbers);
    if (FileExtensions.has(out, ".npy") && trained.form().shape().isImage()) {
      err.printf(
          "next:     figment sample %s --latent %s%n",
          ShellWord.of(images.run().path()), ShellWord.of(out));
    }
  }
}
