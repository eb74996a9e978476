package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.cli.report.LoadReportLines;
import dev.figment.data.ImageSet;
import dev.figment.run.Run;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Mixin of the commands that take RUN IMAGES…, or else a split of the run's set. */
public final class ExampleArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private ImageParameters images;
  @Mixin private ExampleOptions examples;

  /**
   * What to show the model.
   *
   * @param names of the image files; empty for examples of a split
   */
  public record Given(List<String> names, ImageSet set) {}

  /** The run. */
  public RunArgument run() {
    return images.run();
  }

  public Path dataFolder() {
    return examples.dataFolder();
  }

  public boolean areGiven() {
    return images.areGiven();
  }

  /** Where they are from, as files are called after it. */
  public String label(Run run) {
    return areGiven() ? "images" : examples.split(run).toString();
  }

  /** Refuses what cannot be asked for together. */
  public void check() {
    UsageException.require(
        !(areGiven() && examples.splitIsGiven()),
        "--split: IMAGES say what to show the model. Leave one of them out.");
    examples.requireFiles(areGiven());
  }

  /** The first ones, at most so many. */
  public Given first(int limit, Run run) {
    if (!areGiven()) {
      return new Given(List.of(), examples.first(limit, run));
    }
    List<Path> files = images.files().stream().limit(limit).toList();
    ImageSet set = examples.files(files, run);
    LoadReportLines.print(set.loadReport(), "", command.commandLine().getErr());
    return new Given(files.stream().map(Path::toString).toList(), set);
  }
}
