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
  private static final long SEED = 1;

  /** What an array holds. */
  private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private TruncationOptions truncation;

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
      description = "Which points of the latent space are drawn (default: " + SEED + ").")
  private Long seed;

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
    checkOptions();
    Path target = target();
    Grid asked = grid == null ? null : Grid.of(grid);
    try (Run run = Run.open(folder, engine.settings(null))) {
      Samples samples = latent == null ? drawn(run, asked) : chosen(run, asked);
      write(samples, asked, target);
    }
    spec.commandLine().getOut().println(target);
  }

  private void checkOptions() {
    refuse(latent != null && count != null, "--count: --latent says how many.");
    refuse(latent != null && seed != null, "--seed: --latent says which points.");
    refuse(grid != null && isFolder(), "--grid: --out names a folder, for a file each.");
    UsageException.require(
        count == null || count >= 1, "--count: expected at least 1, got %d", count);
  }

  private static void refuse(boolean both, String why) {
    UsageException.require(!both, "%s Leave one of them out.", why);
  }

  private Samples drawn(Run run, Grid asked) {
    int wanted = count(asked);
    checkFits(wanted, asked);
    checkMemory(wanted, run);
    return truncation.of(run.trained()).sample(wanted, seed());
  }

  private Samples chosen(Run run, Grid asked) {
    int size = run.trained().sampler().latentSize();
    float[] points = new Points(latent).numbers(size);
    checkFits(points.length / size, asked);
    return truncation.of(run.trained()).sampleAt(points);
  }

  private static void checkMemory(int wanted, Run run) {
    int pixels = run.sample(1, SEED).shape().count();
    int most = MOST_NUMBERS / Math.max(pixels, run.trained().sampler().latentSize());
    UsageException.require(
        wanted <= most, "--count: expected at most %d images of this model, got %d", most, wanted);
  }

  private static void checkFits(int wanted, Grid asked) {
    UsageException.require(
        asked == null || wanted <= asked.count(),
        "--grid %s: expected at most %d images, got %d. Make the grid larger.",
        asked,
        asked == null ? 0 : asked.count(),
        wanted);
  }

  private long seed() {
    return seed == null ? SEED : seed;
  }

  private int count(Grid asked) {
    if (count != null) {
      return count;
    }
    return asked == null ? COUNT : asked.count();
  }

  private void write(Samples samples, Grid asked, Path target) {
    if (isFolder()) {
      samples.writeEach(target);
    } else {
      Grid shown = asked == null ? square(samples.count()) : asked;
      samples.grid(shown.rows(), shown.columns()).writePng(target);
    }
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
      String label = latent == null ? "seed" + seed() : new Points(latent).label();
      return folder.resolve("samples-" + label + truncation.suffix() + ".png");
    }
    UsageException.require(
        isFolder() || out.endsWith(".png"),
        "--out: expected a file that ends in .png or a folder that ends in /, got %s.",
        out);
    return Path.of(out);
  }
}
