package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled recipe on two kinds of drawn digits, small, in seconds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PretrainedClassifierTest {
  @TempDir private Path folder;

  private Console train(Path run, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "fashion-pretrained-classifier",
                "--threads=1",
                "--run=" + run,
                "--epochs=3",
                "--set=data={set: glyphs, split: test, classes: ['0', '1'], size: 28}",
                "--set=model.pretrainedClassifier.head=[{dense: 2}]",
                "--set=model.pretrainedClassifier.seeds=2",
                "--set=model.pretrainedClassifier.labels=40",
                "--set=model.pretrainedClassifier.epochs={autoencoder: 1, frozen: 1}",
                "--set=watch.validation.examples=100"));
    arguments.addAll(List.of(more));
    return Console.run(arguments.toArray(String[]::new));
  }

  @Test
  void training_ends_with_the_table_of_accuracies() throws Exception {
    Path run = folder.resolve("run");
    Console trained = train(run);
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out()).isEqualTo(run + "\n");
    String table = Files.readString(run.resolve("accuracies.txt"));
    assertThat(trained.err()).contains(table);
    assertThat(table)
        .startsWith("accuracy in percent, on 100 examples not learned from\n")
        .containsPattern("\nfrozen +[\\d.]+ ± [\\d.]+ +[\\d.]+ +[\\d.]+\nfineTuned ")
        .containsPattern("\nscratch +[\\d.]+ ± [\\d.]+ +[\\d.]+ +[\\d.]+\n$");
  }

  @Test
  void a_dry_run_refuses_more_labels_than_there_are() {
    Path none = folder.resolve("none");
    String message =
        "figment: pretrainedClassifier: labels: expected at most 1000 of class 0, which is all that"
            + " glyphs has, got 1001. Lower labels: they are spread evenly over 2 classes.\n";
    for (String kind : List.of("--dry-run", "--seed=2")) {
      Console refused = train(none, kind, "--set=model.pretrainedClassifier.labels=2001");
      assertThat(refused).isEqualTo(new Console(2, "", message));
      assertThat(none).doesNotExist();
    }
  }
}
