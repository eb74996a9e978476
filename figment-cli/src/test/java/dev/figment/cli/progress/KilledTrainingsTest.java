package dev.figment.cli.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.figment.cli.Console;
import dev.figment.cli.Subprocess;
import dev.figment.cli.command.TinyGan;
import dev.figment.format.Sha256;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings that are ended at random moments from their first step on. By itself one kill and one
 * signal; with {@code -Dfigment.kills=50} so many of each, and of limits of file size.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(OS.WINDOWS)
class KilledTrainingsTest {
  private static final int COUNT = Integer.getInteger("figment.kills", 1);
  private static final long SEED = Long.getLong("figment.killSeed", System.nanoTime());
  private static final int INTERVAL = 25;

  /** Flags of a virtual machine that starts soon, and writes no file of its own. */
  static final List<String> SMALL =
      List.of("-XX:-UsePerfData", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** Statistics, the largest file that must be whole, come to some 50. */
  private static final int MOST_KIBIBYTES = 60;

  @TempDir private static Path whole;
  private static Map<String, String> straight;
  private static long most;

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private int ended;
  private int untouched;
  private long mostLost;

  private static List<String> training(Path run) {
    return Subprocess.command(SMALL, train(run));
  }

  /** Pictures, rows and checkpoints fall due at the same steps, ticks at each. */
  private static List<String> train(Path run) {
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(TinyGan.recipe());
    arguments.add("--set=data.classes=['0']"); // the smaller is data.json
    arguments.add("--set=watch.tickSteps=1");
    arguments.add("--set=watch.snapshots.everySteps=" + INTERVAL);
    arguments.add("--set=watch.checkpoints.everySteps=" + INTERVAL);
    arguments.addAll(List.of("--steps=100", "--run=" + run));
    return arguments;
  }

  @BeforeAll
  static void oneIsNotEnded() throws Exception {
    Path run = whole.resolve("straight");
    Process training =
        new ProcessBuilder(training(run))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(training.waitFor()).isZero();
    most = Files.size(run.resolve("stats.jsonl"));
    straight = course(run);
  }

  @Test
  void after_a_kill_no_more_than_an_interval_is_lost_and_the_end_is_the_same() throws Exception {
    for (int i = 0; i < COUNT; i++) {
      endAndGoOn(folder.resolve("run-" + i), RandomEnd.KILL);
    }
    assertThat(mostLost).isLessThanOrEqualTo(INTERVAL);
    report("SIGKILL");
  }

  @Test
  void after_a_signal_nothing_is_lost_and_the_end_is_the_same() throws Exception {
    List<RandomEnd> ends = RandomEnd.signals();
    Collections.shuffle(ends, random);
    for (int i = 0; i < COUNT; i++) {
      endAndGoOn(folder.resolve("run-" + i), ends.get(i % ends.size()));
    }
    assertThat(mostLost).isZero();
    report("signals");
  }

  @Test
  @EnabledIfSystemProperty(named = "figment.kills", matches = "\\d+")
  void under_a_limit_on_the_size_of_files_it_ends_by_itself_and_the_end_is_the_same()
      throws Exception {
    assumeThat(FileSizeLimitTest.BASH).isExecutable();
    for (int i = 0; i < COUNT; i++) {
      Path run = folder.resolve("run-" + i);
      int kibibytes = 1 + random.nextInt(MOST_KIBIBYTES);
      Process process = FileSizeLimitTest.start(kibibytes, training(run));
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as("%d KiB: %s", kibibytes, said).isIn(0, 7);
      ended += process.exitValue() == 7 ? 1 : 0;
      goOn(run, kibibytes + " KiB");
    }
    System.out.printf(
        "%d limits of file size: %d ended a training; all came to the same end (seed %d)%n",
        COUNT, ended, SEED);
  }

  private void report(String of) {
    System.out.printf(
        "%d %s: %d ended a training, %d came before its recipe or after its end; at most %d steps"
            + " lost; %d came to the same end, bit for bit (seed %d)%n",
        COUNT, of, ended, untouched, mostLost, COUNT, SEED);
  }

  private void endAndGoOn(Path run, RandomEnd end) throws Exception {
    int code = end.end(training(run), run, random, most);
    assertThat(code).as("%s", end).isIn(0, end.code());
    if (code == 0 || !isRun(run)) {
      untouched++;
    } else {
      ended++;
      mostLost = Math.max(mostLost, lost(run));
    }
    goOn(run, end.toString());
  }

  private static boolean isRun(Path run) {
    return Files.exists(run.resolve("recipe.yaml"));
  }

  private static void goOn(Path run, String end) throws IOException {
    Console later =
        isRun(run)
            ? Console.run("resume", run.toString(), "--threads=1")
            : Console.run(train(run).toArray(String[]::new));
    assertThat(later.code()).as("%s: %s", end, later.err()).isZero();
    assertThat(course(run)).as("%s with seed %d", end, SEED).isEqualTo(straight);
  }

  /** Steps that were made and are in no checkpoint. */
  private static long lost(Path run) {
    long made =
        new JsonLines(run.resolve("stats.jsonl"))
            .read().stream().mapToLong(line -> line.path("step").asLong()).max().orElse(0);
    return made - new RunFolder(run).checkpoints().newest().map(Checkpoint::stepInName).orElse(0L);
  }

  /**
   * Everything that does not tell the time, every byte of it. Where a run was stopped it has a
   * checkpoint that others have not: only the newest counts.
   */
  private static Map<String, String> course(Path run) throws IOException {
    Map<String, String> course = new TreeMap<>();
    Path newest = new RunFolder(run).checkpoints().newest().orElseThrow().folder();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        if (!each.startsWith(run.resolve("checkpoints")) || each.startsWith(newest)) {
          String name = run.relativize(each).toString();
          course.put(name.startsWith("events") ? "events" : name, content(name, each));
        }
      }
    }
    return course;
  }

  private static String content(String name, Path file) throws IOException {
    if (name.endsWith(".jsonl")) {
      return withoutTimes(Files.readString(file));
    }
    return name.endsWith(".safetensors") || name.matches("(fakes|reals).*")
        ? Sha256.of(Files.readAllBytes(file))
        : "";
  }

  private static String withoutTimes(String lines) {
    return lines.replaceAll("\"(seconds|imagesPerSecond|residentBytes)\":[^,}]*", "");
  }
}
