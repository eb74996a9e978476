package dev.figment.bench.peer;

import static dev.figment.UsageException.require;

import dev.figment.UsageException;
import dev.figment.run.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link SideBySide} is asked for. */
@Command(
    name = "figment-bench/side-by-side",
    sortOptions = false,
    description = "Figment beside PyTorch, Keras and JAX, step by step and by turns.",
    footer = {
      "Example:",
      "  taskset -c 0,1 figment-bench/side-by-side --work fashion-gan fashion-vae --peers torch"
          + " jax",
      "The first time it makes environments of Python with pinned peers under figment-bench/target,"
          + " 8 GB in all: PyTorch comes with its CUDA libraries. See"
          + " figment-bench/peers/README.md."
    })
final class SideBySideOptions {
  private static final String BOUND = "\\S+\\s+\\d+(\\.\\d+)?";
  private static final String BOUND_EXPECTED =
      "--bounds %s: expected the name of a work and milliseconds in a line, got '%s'";

  @Option(
      names = "--work",
      arity = "1..*",
      paramLabel = "NAME",
      description =
          "Recipes, whose training step it is; sample:RECIPE, 10,000 images of it; load:SET, from"
              + " its files, and load:SET:again, a second time (fashion-mnist, cifar-10, flowers)."
              + " Of each family one, by default.")
  private List<String> work = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder with one folder for each set (FIGMENT_DATA, or else ~/.cache/figment).")
  private Path data = Settings.DEFAULT.dataFolder();

  @Option(
      names = "--busy",
      description = "Figment has further turns beside a program that keeps one core busy.")
  boolean isBusy;

  @Option(
      names = "--peers",
      arity = "1..*",
      paramLabel = "NAME",
      description =
          "torch-eager torch-channels-last torch-compile keras-graph keras-xla jax, or torch,"
              + " keras, none.")
  private List<String> peers = List.of("torch", "keras", "jax");

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "In each of which everybody has a turn, a process of its own (${DEFAULT-VALUE}).")
  int rounds = 3;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "That count in a turn, at least (${DEFAULT-VALUE}).")
  int steps = 8;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "That count in a turn, at least, after as many to warm up (${DEFAULT-VALUE}).")
  int seconds = 2;

  @Option(names = "--threads", paramLabel = "N", description = "Of everybody (${DEFAULT-VALUE}).")
  int threads = 2;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Seconds after which a turn is stopped (${DEFAULT-VALUE}).")
  int limit = 240;

  @Option(
      names = "--bounds",
      paramLabel = "FILE",
      description =
          "Lines of a work and the milliseconds that it takes at least on this machine, for a share"
              + " of that.")
  private Path bounds;

  @Option(
      names = "--before",
      paramLabel = "COMMAND",
      split = " ",
      description = "That each turn is given to: --before 'nice -n 5'.")
  List<String> before = List.of();

  @Option(names = "--help", usageHelp = true, description = "Prints this.")
  private boolean help;

  /** In the order of the table. */
  List<Work> works() {
    return work.isEmpty()
        ? Work.all(data)
        : work.stream().map(name -> Work.named(name, data)).toList();
  }

  /** Those that Figment is compared with. */
  List<Peer> peers() {
    List<Peer> all = new ArrayList<>();
    for (String word : peers) {
      List<Peer> named = Peer.named(word);
      require(
          !named.isEmpty() || word.equals("none"),
          "--peers: expected some of %s, or torch, keras, none, got %s",
          Arrays.stream(Peer.values()).map(Peer::word).toList(),
          word);
      all.addAll(named);
    }
    return all.stream().distinct().toList();
  }

  /** Milliseconds that a work takes at least on this machine, by its name. */
  Map<String, Double> bounds() {
    if (bounds == null) {
      return Map.of();
    }
    try (Stream<String> lines = Files.lines(bounds)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(String::strip)
          .peek(line -> require(line.matches(BOUND), BOUND_EXPECTED, bounds, line))
          .map(line -> line.split("\\s+"))
          .collect(Collectors.toMap(words -> words[0], words -> Double.parseDouble(words[1])));
    } catch (IOException e) {
      throw new UsageException("--bounds: cannot read %s: %s", bounds, e.getMessage());
    }
  }
}
