package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.ExitCode;
import dev.figment.cli.command.TinyGan;
import dev.figment.run.folder.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each code that {@code figment --help} lists, by a command that ends with it; 130 and 143, by
 * signals to a process of its own, are in {@code InterruptionTest}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExitCodesTest {
  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    assertThat(Console.run(training(run, "--steps=2")).code()).isZero();
  }

  private static String[] training(Path target, String... more) {
    return Stream.of(List.of("train"), TinyGan.recipe(), List.of("--run=" + target), List.of(more))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  private static void assertEnds(int code, String said, String... arguments) {
    Console ended = Console.run(arguments);
    assertThat(ended.err()).contains(said).doesNotContain("Exception").doesNotContain("java.");
    assertThat(ended.code()).as(ended.err()).isEqualTo(code);
  }

  @Test
  void code_0_what_was_asked_is_done() {
    assertEnds(0, "", "runs", run.toString());
  }

  @Test
  void code_1_a_fault_of_figment_itself() {
    Console ended =
        Console.with(
            "failing",
            new MainTest.Failing(new AssertionError("two owners")),
            "failing",
            "--threads=1");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("a fault of Figment itself");
  }

  @Test
  void code_2_a_wrong_argument_or_recipe() {
    assertEnds(2, "did you mean --count?", "sample", run.toString(), "--cuont=3");
    assertEnds(2, "unknown recipe mnist-dcgn", "train", "mnist-dcgn");
  }

  @Test
  void code_3_a_loss_that_is_not_finite() {
    assertEnds(
        3,
        "is Infinity at step 1, and by now so is the weight",
        training(
            folder.resolve("diverged"),
            "--steps=50",
            "--set=model.gan.optimizer.generator.adam.learningRate=1e30",
            "--set=model.gan.optimizer.discriminator.adam.learningRate=1e30"));
  }

  @Test
  void code_4_another_trains_in_the_run() {
    try (RunLock lock = RunLock.take(run)) {
      assertEnds(4, "trains in this run", "resume", run.toString(), "--steps=3");
    }
  }

  @Test
  void code_5_data_that_is_missing_or_damaged() throws IOException {
    Path zip = Files.writeString(folder.resolve("bad.zip"), "no zip at all");
    assertEnds(5, "bad.zip: expected a zip file", "data", "info", zip.toString());
    assertEnds(5, "found nothing there", "data", "info", folder.resolve("none/").toString());
  }

  @Test
  void code_6_not_enough_memory() {
    assertEnds(
        6,
        "got one that takes at least ",
        training(folder.resolve("large"), "--set=train.batch=2000000000", "--steps=1"));
  }

  @Test
  void code_7_a_file_that_cannot_be_written() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEnds(
        7, "writing failed", "sample", run.toString(), "--out=" + file.resolve("inside.png"));
  }

  @Test
  void code_8_a_model_file_that_cannot_be_trusted() throws IOException {
    Path weights = Files.writeString(folder.resolve("bad.safetensors"), "no weights at all");
    assertEnds(8, "bad.safetensors", "sample", weights.toString());
  }

  @Test
  void the_help_and_the_docs_list_them_all() throws IOException {
    String help = Console.run("--help").out().replaceAll("\\s+", " ");
    String docs = Files.readString(Path.of("../docs/commands.md"));
    for (ExitCode each : ExitCode.values()) {
      assertThat(help).contains(" " + each.number() + " " + each.words());
      assertThat(docs).contains("| " + each.number() + " | " + each.words());
    }
    assertThat(help).contains("129, 130, 143 ended by a closed terminal, Ctrl-C, SIGTERM");
  }
}
