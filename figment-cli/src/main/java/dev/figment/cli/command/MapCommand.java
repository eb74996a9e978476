package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.MapExamples;
import dev.figment.cli.option.RunArgument;
import dev.figment.cli.option.SplitOption;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.latent.TSne;
import dev.figment.model.Codec;
import dev.figment.nn.Shape;
import dev.figment.picture.LatentMap;
import dev.figment.picture.PlaneInSpace;
import dev.figment.run.Run;
import dev.figment.run.exploration.Embedding;
import dev.figment.run.exploration.Surface;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.RandomStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment map}: where a model puts images in its latent space. */
@Command(
    name = "map",
    description = {
      "Draw where a model puts images in its latent space.",
      "For autoencoders and VAEs, of images of the test split. Those that the model",
      "describes alike are neighbors; t-SNE brings points of many numbers to a",
      "plane, and says nothing about sizes of groups or how far apart they are.",
      "Points of two numbers are drawn where they are; of examples in space, those",
      "are drawn too, with the surface that the points have there."
    },
    footer = {
      "",
      "Example:  figment map runs/00001-fashion-vae --data-dir data",
      "          figment map RUN --count 2000 --perplexity 50 --out map.svg",
      "Next:     figment interpolate RUN, for what lies between"
    })
public final class MapCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private DataFolderOption data;
  @Mixin private SplitOption split;

  @Mixin private RunArgument argument;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "5000",
      description = "The most images, drawn at random (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--perplexity",
      paramLabel = "P",
      defaultValue = "30",
      description = "How many neighbors of a point t-SNE heeds (default: ${DEFAULT-VALUE}).")
  private double perplexity;

  @Option(
      names = "--thumbnails",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "The most images to show among the points, where there is room (default:"
              + " ${DEFAULT-VALUE}).")
  private int thumbnails;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which images are drawn, and how t-SNE begins (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--tsne", description = "Use t-SNE for points of two numbers, too.")
  private boolean tsne;

  @Option(
      names = "--out",
      paramLabel = "FILE.png|FILE.svg",
      description = "Where to (default: latent-map.png and latent-map.svg, in the run).")
  private @Nullable Path out;

  @Override
  public void run() {
    UsageException.require(count >= 2, "--count: expected at least 2, got %d", count);
    UsageException.require(
        thumbnails >= 0, "--thumbnails: expected at least 0, got %d", thumbnails);
    TSne method = TSne.standard().withPerplexity(perplexity);
    FileExtensions.require(out, ".png", ".svg");
    try (Run run = argument.open(engine.settings(data.folder()))) {
      Consumer<Path> picture =
          isSurface(run.trained()) ? surface(run)::write : map(run, method)::write;
      targets().forEach(picture);
      if (run.trained().form().shape().isImage()) {
        spec.commandLine()
            .getErr()
            .printf("next:     figment interpolate %s%n", ShellWord.of(argument.path()));
      }
    }
    targets().forEach(spec.commandLine().getOut()::println);
  }

  private List<Path> targets() {
    return out == null
        ? List.of(argument.output("latent-map.png"), argument.output("latent-map.svg"))
        : List.of(out);
  }

  private boolean isSurface(Trained trained) {
    boolean isInSpace = trained.form().shape().equals(Shape.vector(3));
    return isInSpace && trained.as(Codec.class, "map").latentSize() == 2 && !tsne;
  }

  private PlaneInSpace surface(Run run) {
    ImageSet set = new MapExamples(run.data(split.of(run)), seed).atMost(count);
    return Surface.of(run.trained(), set).picture(title(run, set));
  }

  private String title(Run run, ImageSet set) {
    return String.format(
        Locale.ROOT,
        "%s: %,d of %s/%s",
        run.recipe().recipe(),
        set.size(),
        set.name(),
        split.of(run));
  }

  private LatentMap map(Run run, TSne method) {
    Trained trained = run.trained();
    int size = trained.as(Codec.class, "map").latentSize();
    PrintWriter err = spec.commandLine().getErr();
    boolean flat = size == 2 && !tsne;
    MapExamples examples = new MapExamples(run.data(split.of(run)), seed);
    ImageSet set =
        flat ? examples.atMost(count) : examples.within(MapExamples.heapLeft(), count, method, err);
    Points points = new Points(trained.encode(set), size);
    String title = title(run, set);
    LatentMap map =
        flat
            ? LatentMap.of(title, points).axes("first number", "second number")
            : LatentMap.of(title, embedded(points, method, err));
    return map.examples(set, IntStream.range(0, set.size()).toArray()).mostImages(thumbnails);
  }

  private Points embedded(Points points, TSne method, PrintWriter err) {
    String name =
        String.format(
            Locale.ROOT, "t-SNE of %,d points of %d numbers", points.count(), points.size());
    err.println(name);
    try (TaskProgress stages = TaskProgress.on(err)) {
      return Embedding.of(points, method, RandomStream.named("map", seed), stages);
    }
  }
}
