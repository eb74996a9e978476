package dev.figment.cli.command;

import dev.figment.UsageException;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.RunArgument;
import dev.figment.cli.option.TruncationOptions;
import dev.figment.picture.ImageGrid;
import dev.figment.run.Run;
import dev.figment.run.exploration.StyleTable;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment stylemix}: images with the styles of two others. */
@Command(
    name = "stylemix",
    description = {
      "Mix the styles of images, of a model that has styles.",
      "A table: images at the left and at the top, and in each cell the left one",
      "with some of its layers given the style of the top one. The first layers",
      "set the coarse forms, the last ones colors and detail."
    },
    footer = {
      "",
      "Example:  figment stylemix runs/00001-flowers-style-gan --styles 0-3",
      "          figment stylemix RUN --rows 1,2 --columns 7,8,9 --styles 4-9",
      "Next:     figment sample RUN --seed 1 --truncation 0.7"
    })
public final class StyleMixingCommand implements Runnable {
  private static final Pattern LAYERS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private TruncationOptions truncation;

  @Mixin private RunArgument argument;

  @Option(
      names = "--rows",
      paramLabel = "SEED",
      split = ",",
      defaultValue = "1,2,3",
      description =
          "Images at the left (default: ${DEFAULT-VALUE}); a seed stands for the first image of"
              + " figment sample --seed.")
  private List<Long> rows;

  @Option(
      names = "--columns",
      paramLabel = "SEED",
      split = ",",
      defaultValue = "4,5,6,7",
      description = "Images at the top (default: ${DEFAULT-VALUE}).")
  private List<Long> columns;

  @Option(
      names = "--styles",
      paramLabel = "FIRST-LAST",
      defaultValue = "0-3",
      description = "The layers given the top image's style, from 0 (default: ${DEFAULT-VALUE}).")
  private String styles;

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      description = "Where to (default: stylemix-0-3.png or alike, in the run).")
  private @Nullable Path out;

  @Override
  public void run() {
    FileExtensions.require(out, ".png");
    StyleTable table = table();
    Path target =
        out == null ? argument.output("stylemix-" + styles + truncation.suffix() + ".png") : out;
    try (Run run = argument.open(engine.settings(null))) {
      ImageGrid grid = table.of(run.trained());
      grid.writePng(target);
    }
    spec.commandLine().getOut().println(target);
  }

  private StyleTable table() {
    Matcher given = LAYERS.matcher(styles);
    UsageException.require(
        given.matches(), "--styles: expected layers such as 0-3, or 5 alone, got %s", styles);
    int first = Integer.parseInt(given.group(1));
    int last = given.group(2) == null ? first : Integer.parseInt(given.group(2));
    return new StyleTable(rows, columns, first, last, truncation.truncation());
  }
}
