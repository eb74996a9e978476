package dev.figment.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Something that Figment and its peers do the same of, to be timed. */
sealed interface Work permits TrainingStep, Sampling, Loading {
  /** What the command line and the table call it. */
  String name();

  /** Whether it is timed the second time. */
  default boolean isAgain() {
    return false;
  }

  /** Does it in Figment: a process that prints a {@link Measurement}. */
  Class<?> figmentMain();

  /** What that takes after the arguments of {@link FigmentTurn}. */
  List<String> figmentArguments();

  /**
   * What the peers' script takes.
   *
   * @param folder for files that the script reads
   */
  List<String> peerArguments(Path folder) throws IOException;

  /**
   * A recipe's training step, {@code sample:} with a recipe, or {@code load:} with a set.
   *
   * @param data the folder with one folder for each set
   * @throws dev.figment.UsageException if there is no such
   */
  static Work named(String name, Path data) {
    String[] parts = name.split(":", 2);
    return switch (parts.length == 1 ? "" : parts[0]) {
      case "sample" -> new Sampling(parts[1]);
      case "load" -> new Loading(parts[1], data);
      default -> new TrainingStep(name);
    };
  }

  /** A training step of every family, samples, and the sets that are there. */
  static List<Work> all(Path data) {
    Stream<Work> steps = STEPS.stream().map(TrainingStep::new);
    Stream<Work> samples = SAMPLES.stream().map(Sampling::new);
    Stream<Work> sets =
        Loading.SETS.stream()
            .map(set -> new Loading(set, data))
            .filter(Loading::isHere)
            .map(Work.class::cast);
    return Stream.of(steps, samples, sets).flatMap(each -> each).toList();
  }

  /** Recipes whose training step is compared where none is asked for. */
  List<String> STEPS =
      List.of(
          "fashion-gan",
          "mnist-mlp-gan",
          "mnist-bn-gan",
          "mnist-five-gan",
          "mnist-dcgan",
          "fashion-dcgan",
          "cifar10-dcgan",
          "mnist-wgan-gp",
          "mnist-hinge-sngan",
          "mnist-conditional-gan",
          "fashion-vae",
          "mnist-vae-conv",
          "cifar10-vae-iaf",
          "fashion-stacked-autoencoder",
          "fashion-convolutional-autoencoder",
          "fashion-recurrent-autoencoder",
          "flowers-progressive-gan",
          "flowers-style-gan");

  /** Recipes whose samples are. */
  List<String> SAMPLES = List.of("mnist-dcgan", "fashion-vae");
}
