package dev.figment.cli;

import dev.figment.UsageException;
import dev.figment.run.Run;
import dev.figment.run.Samples;
import dev.figment.train.Grid;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment sample}: images that a trained model makes. */
@Command(
    name = "sample",
    description = {
      "Make images with a trained model.",
      "One grid, or a file for each, from the newest checkpoint of a run.",
      "The same seed gives the same images."
    },
    footer = {
      "",
      "Example:  figment sample runs/00001-mnist-dcgan --grid 5x5 --seed 7",
      "          figment sample runs/00001-mnist-dcgan --count 100 --out digits/",
      "Next:     figment resume RUN, where they could be better"
    })
final class Sample implements Runnable {
  private static final int COUNT = 25;

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;

  @Parameters(paramLabel = "RUN", description = "The folder of the run.")
  private Path folder;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many images (default: as many as the grid holds, or " + COUNT + ").")
  private Integer count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which points of the latent space are drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--latent",
      paramLabel = "zeros|VALUE|FILE.npy",
      description = {"Chosen points instead: zeros, all of one value, or an array of points."})
  private String latent;

  @Option(
      names = "--grid",
      paramLabel = "RxC",
      description = "Rows and columns (default: as square as can be).")
  private String grid;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = {
        "A .png for a grid, or a folder for a file each",
        "(default: samples-seed1.png or alike, in the run)."
      })
  private String out;

  @Override
  public void run() {
    UsageException.require(
        latent == null || count == null, "--count: --latent says how many. Leave one of them out.");
    Grid asked = grid == null ? null : Grid.of(grid);
    try (Run run = Run.open(folder, engine.settings(null))) {
      write(latent == null ? run.sample(count(asked), seed) : chosen(run), asked);
    }
  }

  private Samples chosen(Run run) {
    return run.sampleAt(new Points(latent).numbers(run.sampler().latentSize()));
  }

  private int count(Grid asked) {
    if (count != null) {
      return count;
    }
    return asked == null ? COUNT : asked.count();
  }

  private void write(Samples samples, Grid asked) {
    Path target = target();
    if (isFolder()) {
      samples.writeEach(target);
    } else {
      writeGrid(samples, asked == null ? square(samples.count()) : asked, target);
    }
    spec.commandLine().getOut().println(target);
  }

  private static void writeGrid(Samples samples, Grid grid, Path target) {
    UsageException.require(
        samples.count() <= grid.count(),
        "--grid %s: expected at most %d images, got %d. Make the grid larger.",
        grid,
        grid.count(),
        samples.count());
    samples.grid(grid.rows(), grid.columns()).writePng(target);
  }

  private static Grid square(int count) {
    int columns = (int) Math.ceil(Math.sqrt(count));
    return new Grid((count + columns - 1) / columns, columns);
  }

  private boolean isFolder() {
    return out != null && (out.endsWith("/") || Files.isDirectory(Path.of(out)));
  }

  private Path target() {
    if (out == null) {
      String label = latent == null ? "seed" + seed : new Points(latent).label();
      return folder.resolve("samples-" + label + ".png");
    }
    UsageException.require(
        isFolder() || out.endsWith(".png"),
        "--out: expected a file that ends in .png or a folder that ends in /, got %s.",
        out);
    return Path.of(out);
  }
}
