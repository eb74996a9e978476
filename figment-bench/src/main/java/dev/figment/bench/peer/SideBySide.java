package dev.figment.bench.peer;

import dev.figment.bench.Arguments;
import dev.figment.bench.Forked;
import dev.figment.bench.StopAfter;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figment beside PyTorch, Keras and JAX: the same works, by turns, each turn a process of its own.
 *
 * <pre>{@code figment-bench/side-by-side [options]}</pre>
 *
 * Everybody has the same networks, batches, losses and optimizers (the peers' scripts build them
 * from the recipe, and count their parameters), examples in memory and the same number of threads.
 * The time to the first step is that of a process: what it takes to load libraries, to make
 * networks and, for some, to compile.
 */
public final class SideBySide {
  private static final String THREADS = "OMP_NUM_THREADS";

  /** It is told its threads, and takes fewer where a training does by itself. */
  private static final Map<String, String> FIGMENT = Map.of(THREADS, "");

  private final SideBySideOptions options;
  private final Path scripts;
  private final Path folder;
  private final Map<String, Path> pythons = new LinkedHashMap<>();

  private SideBySide(SideBySideOptions options, Path bench) {
    this.options = options;
    this.scripts = bench.resolve("peers/side_by_side");
    this.folder = bench.resolve("target/side-by-side");
  }

  /** The folder of the benchmarks, then {@link SideBySideOptions}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    SideBySideOptions options = new SideBySideOptions();
    String[] given = Arrays.copyOfRange(args, 1, args.length);
    StopAfter.of(
        () -> {
          if (Arguments.read(options, given)) {
            new SideBySide(options, Path.of(args[0])).run();
          }
        });
  }

  private void run() throws IOException, InterruptedException {
    List<Work> works = options.works(); // refused, if at all, before anything is measured
    Map<String, Double> bounds = options.bounds();
    Files.createDirectories(folder);
    for (Peer peer : options.peers()) {
      if (!pythons.containsKey(peer.library())) {
        pythons.put(peer.library(), new PeerEnvironment(scripts, folder, peer.library()).python());
      }
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (Work work : works) {
      comparisons.add(compared(work));
    }
    System.out.printf(
        "%d threads, medians of %d rounds%n%n%s%n",
        options.threads, options.rounds, new ComparisonTable(comparisons, bounds));
  }

  /** What a peer finds beside a user's environment: none of what the launcher sets for Figment. */
  static Map<String, String> peerEnvironment(int threads) {
    Map<String, String> environment = new LinkedHashMap<>();
    Backend.ENVIRONMENT.keySet().forEach(name -> environment.put(name, ""));
    environment.put(THREADS, "" + threads);
    return environment;
  }

  private Comparison compared(Work work) throws IOException, InterruptedException {
    Turns figment = new Turns("Figment");
    Turns beside = new Turns("Figment beside a busy program");
    Map<String, String> plain = peerEnvironment(options.threads);
    Map<Peer, Turns> peers = new LinkedHashMap<>();
    options.peers().forEach(peer -> peers.put(peer, new Turns(peer.label())));
    for (int round = 0; round < options.rounds; round++) {
      turn(work, figment, figmentCommand(work, false), FIGMENT);
      if (options.isBusy) {
        turn(work, beside, figmentCommand(work, true), FIGMENT);
      }
      for (Map.Entry<Peer, Turns> each : peers.entrySet()) {
        turn(work, each.getValue(), peerCommand(work, each.getKey()), plain);
      }
    }
    return new Comparison(work.name(), figment, beside, List.copyOf(peers.values()));
  }

  private void turn(Work work, Turns turns, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    if (turns.hasFailed()) {
      return;
    }
    try {
      String line = told(work, command, environment);
      turns.add(Measurement.parse(line));
      System.err.printf("%s, %s: %s%n", work.name(), turns.who(), line);
    } catch (PeerException e) {
      turns.fail(e.getMessage());
      System.err.printf("%s, %s: %s%n", work.name(), turns.who(), e.getMessage());
    }
  }

  /** What a turn printed; of two turns where it is the second that counts. */
  private String told(Work work, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(options.before);
    whole.addAll(command);
    try (CacheFolder caches = CacheFolder.in(folder)) {
      Map<String, String> told = new LinkedHashMap<>(environment);
      told.put("TORCHINDUCTOR_CACHE_DIR", folder.resolve("inductor").toString());
      told.put("FIGMENT_CACHE", caches.path().toString());
      told.put("XDG_CACHE_HOME", caches.path().toString());
      TimedProcess process = new TimedProcess(whole, told, Duration.ofSeconds(options.limit));
      if (work.isAgain()) {
        process.lastLine();
      }
      return process.lastLine();
    }
  }

  private List<String> figmentCommand(Work work, boolean hasNeighbor) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("" + options.threads, "" + hasNeighbor));
    arguments.addAll(List.of("" + options.steps, "" + options.seconds));
    arguments.addAll(work.figmentArguments());
    return Forked.command(work.figmentMain(), arguments.toArray(String[]::new));
  }

  private List<String> peerCommand(Work work, Peer peer) throws IOException {
    String script = scripts.resolve("measure.py").toString();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(pythons.get(peer.library()).toString(), script));
    command.addAll(List.of(peer.library(), peer.variant()));
    command.addAll(List.of("--steps", "" + options.steps, "--seconds", "" + options.seconds));
    command.addAll(List.of("--threads", "" + options.threads));
    command.addAll(work.peerArguments(folder));
    return command;
  }
}
