package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.cli.latent.FilePoints;
import dev.figment.cli.latent.NamedPoints;
import dev.figment.cli.latent.SeedPoints;
import dev.figment.cli.option.ClassOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.ExampleOptions;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.ImagePoints;
import dev.figment.cli.option.InterpolationOptions;
import dev.figment.cli.option.RunArgument;
import dev.figment.cli.option.ToneOptions;
import dev.figment.cli.option.TruncationOptions;
import dev.figment.latent.Points;
import dev.figment.model.Codec;
import dev.figment.picture.ImageGrid;
import dev.figment.run.Run;
import dev.figment.run.exploration.LatentArithmetic;
import dev.figment.run.exploration.LatentLine;
import dev.figment.run.exploration.SemanticInterpolation;
import dev.figment.run.exploration.Trained;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment interpolate}: what lies between images, or between random points. */
@Command(
    name = "interpolate",
    description = {
      "Show what a model has between images, or between random points.",
      "",
      "Autoencoders and VAEs: 12 images of the test split become a grid of 3x4",
      "points, with a point between any two of them: 5x7 images, the 12 framed.",
      "--from and --to ask for a line between two images instead: numbers of the",
      "test split, or image files.",
      "",
      "GANs, and VAEs with --seeds: a line --from one seed --to another, between",
      "the points of the first image of figment sample --seed (default for GANs: 1",
      "and 2). --seeds alone: the grid of 5x7 between 12 points that the model draws,",
      "those of figment sample --seed. Models with styles can go between the styles",
      "instead: --space w.",
      "",
      "Any that decodes, with --latent: a line between two points of a file (default:",
      "the first two).",
      "",
      "--from, --minus and --plus calculate with points, by images, seeds or a file alike,",
      "and show the three and the result."
    },
    footer = {
      "",
      "Example:  figment interpolate RUN --data-dir data",
      "          figment interpolate RUN --from 3 --to 8 --data-dir data",
      "          figment interpolate RUN --seeds --seed 3",
      "          figment interpolate RUN --seeds --from 1 --to 7 --out walk.gif",
      "          figment interpolate RUN --from 1,2,3 --minus 4,5,6 --plus 7,8,9",
      "          figment interpolate RUN --space w --truncation 0.7 --out walk.gif",
      "Next:     figment sample RUN, or figment map RUN"
    })
public final class InterpolateCommand implements Runnable {
  private static final long SEED = 1;
  private static final List<String> FIRST_SEED = List.of("1");
  private static final List<String> SECOND_SEED = List.of("2");

  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private ExampleOptions examples;
  @Mixin private InterpolationOptions options;
  @Mixin private ClassOption classOption;
  @Mixin private TruncationOptions truncation;
  @Mixin private ToneOptions tone;

  @Mixin private RunArgument argument;

  @Option(
      names = "--seeds",
      description =
          "What is named are seeds, of a model that takes images too. Where nothing is named, 12"
              + " drawn points.")
  private boolean seeds;

  @Option(
      names = "--latent",
      paramLabel = "FILE.npy",
      description =
          "What is named are points of this file by their numbers from 0, as figment project writes"
              + " them.")
  private @Nullable Path latent;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which 12 points --seeds draws (default: " + SEED + ").")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE.png|FILE.gif",
      description = "Where to (default: interpolation-test.png or alike, in the run).")
  private @Nullable Path out;

  @Override
  public void run() {
    options.check();
    UsageException.require(
        latent == null || !seeds, "--seeds: --latent says which points. Leave one of them out.");
    FileExtensions.require(out, ".png", ".gif");
    UsageException.require(
        seed == null || isDrawnGrid(),
        "--seed: is for the grid of --seeds alone. A line goes --from one seed --to another.");
    Path written;
    try (Run run = argument.open(engine.settings(examples.dataFolder()))) {
      Trained trained = tone.of(options.space().of(truncation.of(run.trained())));
      trained.latentSize(); // refuses a model that makes nothing
      trained.requirePictures("interpolate");
      written = draw(run, trained, named(run, trained));
    }
    PrintWriter err = spec.commandLine().getErr();
    err.printf("next:     figment sample %s%n", ShellWord.of(argument.path()));
    spec.commandLine().getOut().println(written);
  }

  private NamedPoints named(Run run, Trained trained) {
    if (latent != null) {
      return new FilePoints(latent, trained.latentSize(), options.space());
    }
    boolean bySeeds = seeds || !trained.is(Codec.class);
    return bySeeds ? seeds(trained) : new ImagePoints(run, examples);
  }

  private NamedPoints seeds(Trained trained) {
    trained.sampler(); // refuses an autoencoder: it was taught no points to draw
    return new SeedPoints(trained, options.space());
  }

  private Path draw(Run run, Trained trained, NamedPoints points) {
    boolean named = options.isLine() || options.isArithmetic();
    examples.requireFiles(named && points.areOfImages());
    classOption.number(trained); // refuses one that the model does not know
    if (options.isArithmetic()) {
      return arithmetic(trained, points);
    }
    boolean isLine = options.isLine() || !(points.areOfImages() || isDrawnGrid());
    return isLine ? line(trained, points) : grid(run, trained);
  }

  private boolean isDrawnGrid() {
    return seeds && !options.isLine() && !options.isArithmetic();
  }

  private Path grid(Run run, Trained trained) {
    requireStill("the grid of 12 images");
    UsageException.require(
        !options.shapesLine(), "--steps, --path: are for lines. Name --from and --to as well.");
    Integer ofClass = classOption.number(trained);
    long drawn = seed == null ? SEED : seed;
    Path target = target("interpolation-" + (seeds ? "seed" + drawn : examples.split(run)));
    SemanticInterpolation grid =
        seeds
            ? SemanticInterpolation.ofSeed(trained, drawn, ofClass)
            : SemanticInterpolation.of(trained, examples.all(run), ofClass);
    grid.grid().writePng(target);
    return target;
  }

  private Path line(Trained trained, NamedPoints named) {
    List<String> from = options.isLine() ? options.from() : first();
    List<String> to = options.isLine() ? options.to() : second();
    boolean moves = out != null && FileExtensions.has(out, ".gif");
    Points points =
        options
            .path(named)
            .between(named.mean("--from", from), named.mean("--to", to), options.steps(moves));
    Path target = target("interpolation-%s-%s-%s".formatted(named.label(), file(from), file(to)));
    LatentLine line = LatentLine.of(trained, points, classNumber(trained, named));
    if (moves) {
      line.animation().write(target);
    } else {
      strip(line, named.areOfImages()).writePng(target);
    }
    return target;
  }

  private List<String> first() {
    return latent == null ? FIRST_SEED : List.of("0");
  }

  private List<String> second() {
    return latent == null ? SECOND_SEED : List.of("1");
  }

  /** Where the ends are those of images, they are framed. */
  private static ImageGrid strip(LatentLine line, boolean framesEnds) {
    int last = line.images().count() - 1;
    return framesEnds ? line.strip().margin(4).framed(Set.of(0, last)) : line.strip();
  }

  private Path arithmetic(Trained trained, NamedPoints named) {
    requireStill("arithmetic");
    LatentArithmetic sum =
        new LatentArithmetic(
            named.mean("--from", options.from()),
            named.mean("--minus", options.minus()),
            named.mean("--plus", options.plus()));
    Path target = target("arithmetic-" + named.label());
    sum.images(trained, classNumber(trained, named)).writePng(target);
    return target;
  }

  private @Nullable Integer classNumber(Trained trained, NamedPoints named) {
    return classOption.isGiven() ? classOption.number(trained) : named.classNumber();
  }

  private void requireStill(String what) {
    UsageException.require(
        out == null || FileExtensions.has(out, ".png"),
        "--out: %s is one picture: expected a file that ends in .png, got %s.",
        what,
        out);
  }

  private Path target(String name) {
    String suffix =
        options.space().suffix() + classOption.suffix() + truncation.suffix() + tone.suffix();
    return out == null ? argument.output(name + suffix + ".png") : out;
  }

  /** What a file is called after points: their numbers, or the first image's name. */
  private static String file(List<String> names) {
    return String.join("+", names).replaceAll(".*[/\\\\]", "").replaceAll("\\.\\w+$", "");
  }
}
