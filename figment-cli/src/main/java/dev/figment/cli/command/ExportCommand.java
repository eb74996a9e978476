package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.RunArgument;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment export}: one file that is a model. */
@Command(
    name = "export",
    description = {
      "Write a model, or a part of it, as one file of weights (safetensors).",
      "The file says what it is: recipe, range and shape of its examples, classes. It is",
      "enough for figment sample, summary and the like, and for figment train --init."
    },
    footer = {
      "",
      "Example:  figment export RUN --network generator --out generator.safetensors",
      "          figment export RUN --checkpoint 1000 --out model.safetensors",
      "Next:     figment sample generator.safetensors"
    })
public final class ExportCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private RunArgument argument;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = {
        "A part alone: generator, discriminator, encoder, decoder. The generator is its",
        "moving average where it has one, as samples are (default: all of the model)."
      })
  private @Nullable String network;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to: a file that ends in .safetensors.")
  private Path out;

  @Override
  public void run() {
    FileExtensions.require(out, ".safetensors");
    try (Run run = argument.open(Settings.DEFAULT)) {
      run.export(network, out);
    }
    spec.commandLine().getErr().printf("next:     figment sample %s%n", ShellWord.of(out));
    spec.commandLine().getOut().println(out);
  }
}
