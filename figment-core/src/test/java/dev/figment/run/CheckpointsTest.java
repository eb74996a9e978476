package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.format.Safetensors;
import dev.figment.format.Sha256;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.DivergedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckpointsTest {
  @TempDir static Path shared;
  private static Recipe recipe;
  private static Path trained;
  @TempDir Path folder;
  private Path run;

  @BeforeAll
  static void trainWithCheckpointsAfterFourAndSixSteps() {
    recipe = Tiny.recipe(shared).with("watch.checkpoints.everySteps", 2);
    trained = Tiny.train(shared.resolve("run"), recipe);
  }

  @BeforeEach
  void copyTheRun() throws IOException {
    run = folder.resolve("run");
    try (Stream<Path> files = Files.walk(trained)) {
      for (Path each : files.toList()) {
        Files.copy(each, run.resolve(trained.relativize(each).toString()));
      }
    }
  }

  private Path checkpoint(int step) {
    return run.resolve("checkpoints/step-%08d".formatted(step));
  }

  private List<String> names(Path of) throws IOException {
    try (Stream<Path> inside = Files.list(of)) {
      return inside.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static void append(Path file) throws IOException {
    Files.writeString(file, Files.readString(file) + " ");
  }

  private static void cut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void the_newest_are_kept_and_nothing_else_lies_about() throws IOException {
    assertThat(names(run.resolve("checkpoints"))).containsExactly("step-00000004", "step-00000006");
    assertThat(names(checkpoint(6)))
        .containsExactly(
            "manifest.json", "state.json", "training.safetensors", "weights.safetensors");
  }

  @Test
  void the_manifest_names_size_and_hash_of_each_file() throws IOException {
    String manifest = Files.readString(checkpoint(6).resolve("manifest.json"));
    for (String file : List.of("state.json", "training.safetensors", "weights.safetensors")) {
      long size = Files.size(checkpoint(6).resolve(file));
      assertThat(manifest).containsPattern("\"" + file + "\" : \\{\\s+\"size\" : " + size + ",");
    }
    assertThat(manifest).containsPattern("\"sha256\" : \"[0-9a-f]{64}\"");
  }

  @Test
  void a_checkpoint_says_what_it_came_of() {
    Checkpoint.Provenance origin = Tiny.newest(run).provenance().orElseThrow();
    assertThat(origin.data()).startsWith("24 of 8×8×1, checksum ");
    assertThat(origin.threads()).isPositive();
    assertThat(origin.seconds()).isPositive();
  }

  @Test
  void the_weights_file_says_what_it_is() {
    Map<String, String> about = new Checkpoint(checkpoint(6)).weights().metadata();
    assertThat(about)
        .containsEntry("figment.recipe", recipe.toYaml())
        .containsEntry("figment.example", "8,8,1")
        .containsEntry("figment.range", "minusOneToOne")
        .containsEntry("figment.classes", "[\"bars\",\"slants\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.safetensors", "training.safetensors", "state.json"})
  void a_damaged_newest_is_passed_over_for_the_one_before(String file) throws IOException {
    Map<String, String> whole = Tiny.numbers(run);
    flip(checkpoint(6).resolve(file));
    assertThat(Tiny.newest(run).position().step()).isEqualTo(4);
    assertThat(Tiny.numbers(Tiny.resume(run))).isEqualTo(whole);
    assertThat(Tiny.newest(run).position().step()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "null", "[]", "{\"weights.safetensors\": null}"})
  void a_manifest_that_says_nothing_vouches_for_nothing(String manifest) throws IOException {
    Files.writeString(checkpoint(6).resolve("manifest.json"), manifest);
    assertThatThrownBy(() -> new Checkpoint(checkpoint(6)).verify())
        .isInstanceOf(ModelFileException.class);
    assertThat(Tiny.newest(run).position().step()).isEqualTo(4);
  }

  @Test
  void missing_files_are_named() throws IOException {
    Files.delete(checkpoint(6).resolve("state.json"));
    assertThatThrownBy(() -> new Checkpoint(checkpoint(6)).verify())
        .hasMessage(
            checkpoint(6).resolve("state.json") + ": missing, though manifest.json names it");
  }

  @Test
  void cut_files_are_named_with_both_sizes() throws IOException {
    Path weights = checkpoint(6).resolve("weights.safetensors");
    long size = Files.size(weights);
    cut(weights);
    assertThatThrownBy(() -> new Checkpoint(checkpoint(6)).verify())
        .hasMessageStartingWith(weights + ": expected " + size + " bytes with SHA-256 ")
        .hasMessageContaining(", got " + size / 2 + " bytes with ")
        .hasMessageEndingWith(". It was damaged after it was written.")
        .extracting(e -> ((ModelFileException) e).exitCode())
        .isEqualTo(ExitCode.MODEL_FILE);
  }

  @Test
  void where_none_is_whole_nothing_is_trained_over_them() throws IOException {
    append(checkpoint(4).resolve("state.json"));
    append(checkpoint(6).resolve("state.json"));
    assertThatThrownBy(() -> Tiny.resume(run))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            run.resolve("checkpoints")
                + ": expected a checkpoint that is whole, got 2 damaged. Put one back from a copy,"
                + " or delete the folder to train from the start.");
    assertThat(names(run.resolve("checkpoints"))).hasSize(2);
  }

  @Test
  void damaged_ones_of_later_steps_do_not_push_out_good_ones() throws IOException {
    Path long8 = folder.resolve("long");
    Recipe longer = recipe.with("train.steps", 8);
    Tiny.train(long8, longer, 2);
    for (String later : List.of("step-00000090", "step-00000100")) {
      Files.createDirectories(long8.resolve("checkpoints").resolve(later));
    }
    Tiny.resume(long8);
    assertThat(names(long8.resolve("checkpoints")))
        .contains("step-00000006", "step-00000008")
        .doesNotContain("step-00000002", "step-00000004");
  }

  @Test
  void a_draft_that_a_crash_left_is_harmless() throws IOException {
    Path stopped = Tiny.train(folder.resolve("stopped"), recipe, 3);
    Path draft = stopped.resolve("checkpoints/step-00000004.tmp");
    Files.createDirectories(draft);
    Files.writeString(draft.resolve("weights.safetensors"), "half");
    assertThat(Tiny.numbers(Tiny.resume(stopped))).isEqualTo(Tiny.numbers(run));
    assertThat(draft).doesNotExist();
  }

  @Test
  void a_changed_recipe_is_refused_with_what_changed() throws IOException {
    Path file = run.resolve("recipe.yaml");
    Files.writeString(file, recipe.with("seed", 9).with("model.gan.latent", 5).toYaml());
    assertThatThrownBy(() -> Tiny.resume(run))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            file
                + ": expected the recipe of checkpoint step-00000006 but for its length, learning"
                + " rates and what is watched, got another: model.gan.latent: 4 → 5, seed: 1 → 9."
                + " Change it back, train the new recipe in a run of its own, from these weights"
                + " by train.init, or force it.");
  }

  @Test
  void a_run_may_be_made_longer() throws IOException {
    Recipe longer = recipe.with("train.steps", 8);
    Files.writeString(run.resolve("recipe.yaml"), longer.toYaml());
    assertThat(Tiny.numbers(Tiny.resume(run)))
        .isEqualTo(Tiny.numbers(Tiny.train(folder.resolve("straight"), longer)));
  }

  @Test
  void a_checkpoint_of_other_networks_is_refused() throws IOException {
    Recipe other = recipe.with("model.gan.discriminator.0.conv2d.filters", 3);
    Path others = Tiny.train(folder.resolve("other"), other, 1);
    Files.writeString(others.resolve("recipe.yaml"), recipe.toYaml());
    assertThatThrownBy(
            () -> {
              try (Run opened = Run.open(others, Settings.DEFAULT)) {
                opened.sample(1, 1);
              }
            })
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            others.resolve("checkpoints/step-00000001/weights.safetensors")
                + ": discriminator.0.weight: expected [4, 1, 3, 3], got [3, 1, 3, 3]. The recipe is"
                + " not the one it was trained with.");
  }

  @Test
  void a_newer_format_is_refused() throws IOException {
    Path state = checkpoint(6).resolve("state.json");
    Files.writeString(state, Files.readString(state).replace("\"format\" : 1", "\"format\" : 2"));
    assertThatThrownBy(() -> new Checkpoint(checkpoint(6)).position())
        .hasMessage(
            state
                + ": expected checkpoint format 1 or earlier, got 2. Use the Figment that wrote"
                + " it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "step" : 6                | "step" : -1
          "step" : 6                | "step" : 99999999999999999999
          "step" : 6                | "step" : 9223372036854775807
          "step" : 6                | "step" : 6.5
          "step" : 6                | "step" : null
          "step" : 6                | "steps" : 6
          "images" : 30             | "images" : -30
          "position" : 30           | "position" : -1
          "format" : 1              | "format" : -1
          `"threads" : `            | `"threads" : -`
          `"seconds" : `            | `"seconds" : -`
          "seconds" :               | "seconds" : "NaN", "second" :
          "data" : "24              | "data" : null, "date" : "24
          "discriminator" : 6       | "discriminator" : -6
          "discriminator" : 6       | "discriminator" : null
          "discriminator" : 6       | "discriminators" : 6
          "rollBacks" : 0           | "rollBacks" : -1
          "rollBacks" : 0           | "rollBacks" : 4
          "streams" : {             | "streams" : null, "stream" : {
          "init" :                  | "init" : null, "inits" :
          "unreported" : {          | "unreported" : {"x": null},  "y" : {
          "unreported" : {          | "unreported" : {"x": {"sum": 1}},  "y" : {
          "unreported" : {          | "unreported" : {"x": {"sum": 1, "count": 0}},  "y" : {
          "unreported" : {          | "unreported" : {"x": {"sum": "NaN", "count": 1}},  "y" : {
          """)
  void counters_that_no_training_writes_are_refused(String written, String instead)
      throws IOException {
    Path state = checkpoint(6).resolve("state.json");
    String whole = Files.readString(state);
    assertThat(whole).contains(written);
    Files.writeString(state, whole.replace(written, instead));
    vouch(checkpoint(6));
    assertThatThrownBy(() -> Tiny.resume(run))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(state + ": ");
  }

  @Test
  void counters_of_before_roll_backs_were_counted_say_none() throws IOException {
    Path state = checkpoint(6).resolve("state.json");
    String whole = Files.readString(state);
    String older = whole.replaceFirst(",\\s*\"rollBacks\" : 0", "");
    assertThat(older).isNotEqualTo(whole);
    Files.writeString(state, older);
    vouch(checkpoint(6));
    assertThat(new Checkpoint(checkpoint(6)).rollBacks()).isZero();
    Tiny.resume(run);
  }

  /** Writes down what the files are now, as whoever changes them on purpose would. */
  private static void vouch(Path checkpoint) throws IOException {
    Path manifest = checkpoint.resolve("manifest.json");
    Path state = checkpoint.resolve("state.json");
    String entry =
        "\"state.json\" : {\"size\" : %d, \"sha256\" : \"%s\"}"
            .formatted(Files.size(state), Sha256.of(Files.readAllBytes(state)));
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\"state.json\" : \\{[^}]*}", entry));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xff, '['})
  void a_state_of_other_bytes_or_without_end_is_refused(int letter) throws IOException {
    Path state = checkpoint(6).resolve("state.json");
    byte[] bytes = new byte[5_000_000];
    java.util.Arrays.fill(bytes, (byte) letter);
    Files.write(state, bytes);
    assertThatThrownBy(() -> new Checkpoint(checkpoint(6)).provenance())
        .isInstanceOf(ModelFileException.class)
        .hasMessage(state + ": not a checkpoint's state: longer than 4000000 bytes");
    Files.write(state, java.util.Arrays.copyOf(bytes, 9));
    assertThatThrownBy(() -> new Checkpoint(checkpoint(6)).provenance())
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(state + ": not a checkpoint's state: ");
  }

  @Test
  void a_folder_of_twenty_digits_is_no_checkpoint() throws IOException {
    Files.createDirectories(run.resolve("checkpoints/step-99999999999999999999"));
    Files.createFile(run.resolve("fakes-99999999999999999999.png"));
    assertThat(Tiny.newest(run).position().step()).isEqualTo(6);
    assertThat(RunFolder.open(run).fakes()).noneMatch(each -> each.toString().contains("-9999"));
  }

  @Test
  void a_training_that_diverges_stops_and_leaves_the_last_checkpoint() throws IOException {
    Path wild = folder.resolve("wild");
    Recipe tooFast =
        Tiny.recipe(folder, "{momentum: {learningRate: 1e3}}")
            .with("train.steps", 40)
            .with("watch.checkpoints.everySteps", 1);
    assertThatThrownBy(() -> Tiny.train(wild, tooFast))
        .isInstanceOf(DivergedException.class)
        .hasMessageMatching(
            "(loss/\\S+|weight \\S+|optimizer memory \\S+|scores/\\S+) of phase"
                + " (discriminator|generator) is -?(NaN|Infinity) at step \\d+(, and by now so is"
                + " the weight \\S+)?: training stopped. The last checkpoint, if there is one, is"
                + " as it was. Train with a lower learning rate \\(model\\.….learningRate\\), with"
                + " clipping \\(clipValue\\), or have it go back by itself"
                + " \\(train.failures.nonFinite=rollBack\\)\\.")
        .extracting(e -> ((DivergedException) e).exitCode().number())
        .isEqualTo(3);
    List<Checkpoint> left = RunFolder.open(wild).checkpoints().all();
    assertThat(left).isNotEmpty();
    for (Checkpoint each : left) {
      each.verify();
      for (String file : List.of("weights.safetensors", "training.safetensors")) {
        Safetensors saved = Safetensors.read(each.folder().resolve(file));
        for (String name : saved.entries().keySet()) {
          for (float value : saved.floats(name)) {
            assertThat(value).isFinite();
          }
        }
      }
    }
  }
}
