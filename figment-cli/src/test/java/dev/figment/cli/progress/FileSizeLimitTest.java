package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.figment.ShellWord;
import dev.figment.cli.Console;
import dev.figment.cli.Subprocess;
import dev.figment.cli.command.TinyGan;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Backend;
import dev.figment.train.Checkpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that may write no file beyond a size: {@code ulimit -f}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FileSizeLimitTest {
  static final Path BASH = Path.of("/bin/bash");

  @TempDir private Path folder;

  /** Starts a command that may write no file beyond so many parts of 1 KiB. */
  static Process start(int kibibytes, List<String> command) throws IOException {
    String limited =
        command.stream()
            .map(ShellWord::of)
            .collect(Collectors.joining(" ", "ulimit -f " + kibibytes + " && exec ", ""));
    return new ProcessBuilder(BASH.toString(), "-c", limited).redirectErrorStream(true).start();
  }

  @Test
  void training_ends_with_exit_7_after_three_checkpoints_and_goes_on_where_there_is_room()
      throws Exception {
    assumeThat(BASH).isExecutable();
    Backend.load(); // unpacks its libraries, which are larger
    Path run = folder.resolve("run");
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(TinyGan.recipe());
    arguments.add("--set=data.classes=['0']"); // the smaller is data.json
    arguments.addAll(List.of("--set=watch.checkpoints.everySteps=5", "--steps=20", "--run=" + run));
    Process process = start(7, Subprocess.command(KilledTrainingsTest.SMALL, arguments));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(7);
    assertThat(said)
        .contains("step 5: no checkpoint, 1 in a row")
        .contains("step 15: 3 checkpoints in a row could not be written")
        .contains("File too large")
        .contains("go on from the start: figment resume " + run);
    Console resumed = Console.run("resume", run.toString(), "--threads=1");
    assertThat(resumed.code()).isZero();
    assertThat(resumed.err()).contains("no checkpoint yet: starting at step 0");
    Checkpoint newest = new RunFolder(run).checkpoints().newest().orElseThrow();
    assertThat(newest.stepInName()).isEqualTo(20);
  }
}
