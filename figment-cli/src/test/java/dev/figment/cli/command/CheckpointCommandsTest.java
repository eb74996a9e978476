package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.figment.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckpointCommandsTest {
  @TempDir private static Path folder;
  private static Path run;
  private static Path generator;

  @BeforeAll
  static void trainFourStepsAndKeepAll() {
    run = folder.resolve("runs/one");
    Console trained =
        TinyGan.train(
            run,
            "--steps=4",
            "--set=watch.checkpoints.everySteps=1",
            "--set=watch.checkpoints.keep=all");
    assertThat(trained.code()).as(trained.err()).isZero();
    generator = folder.resolve("generator.safetensors");
    Console exported =
        Console.run("export", run.toString(), "--network=generator", "--out=" + generator);
    assertThat(exported.code()).as(exported.err()).isZero();
    assertThat(exported.out()).isEqualTo(generator + "\n");
  }

  private static byte[] sampled(Path from, String... more) throws IOException {
    Path out = folder.resolve("sampled.png");
    String[] arguments = new String[more.length + 3];
    arguments[0] = "sample";
    arguments[1] = from.toString();
    arguments[2] = "--out=" + out;
    System.arraycopy(more, 0, arguments, 3, more.length);
    Console console = Console.run(arguments);
    assertThat(console.code()).as(console.err()).isZero();
    return Files.readAllBytes(out);
  }

  @Test
  void the_checkpoints_of_a_run_are_listed_with_size_and_losses() {
    assertThat(Console.run("runs", run.toString()).out())
        .containsPattern("1 +0.0 +\\d+\\.\\d MB +weights\n")
        .containsPattern("4 +0.0 +\\d+\\.\\d MB +training +loss/discriminator [\\d.]+  loss/fake");
    JsonNode lines =
        JsonMapper.shared().readTree(Console.run("runs", run.toString(), "--json").out());
    assertThat(lines.size()).isEqualTo(4);
    assertThat(lines.get(0).get("bytes").asLong()).isLessThan(lines.get(3).get("bytes").asLong());
  }

  @Test
  void a_picture_of_an_earlier_step_is_called_after_it() {
    Console console = Console.run("sample", run.toString(), "--checkpoint=2");
    assertThat(console.out()).isEqualTo(run.resolve("samples-seed1-step2.png") + "\n");
  }

  @Test
  void steps_differ_and_the_latest_is_the_last() throws IOException {
    assertThat(sampled(run, "--checkpoint=latest"))
        .isEqualTo(sampled(run, "--checkpoint=4"))
        .isEqualTo(sampled(run))
        .isNotEqualTo(sampled(run, "--checkpoint=1"));
  }

  @Test
  void a_step_without_a_checkpoint_is_refused_with_those_that_there_are() {
    Console console = Console.run("sample", run.toString(), "--checkpoint=7");
    assertThat(console)
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: "
                    + run
                    + ": expected the step of a checkpoint, got 7. It has 1, 2, 3, 4.\n"));
  }

  @Test
  void a_word_that_is_no_checkpoint_names_the_option() {
    assertThat(Console.run("sample", run.toString(), "--checkpoint=first").err())
        .isEqualTo("figment: --checkpoint: expected a step, best or latest, got first\n");
  }

  @Test
  void a_generator_in_a_file_makes_the_images_of_its_run() throws IOException {
    assertThat(sampled(generator, "--seed=3")).isEqualTo(sampled(run, "--seed=3"));
  }

  @Test
  void the_picture_of_a_file_lies_beside_it() {
    assertThat(Console.run("sample", generator.toString()).out())
        .isEqualTo(folder.toAbsolutePath().resolve("samples-seed1.png") + "\n");
  }

  @Test
  void the_summary_of_a_file_is_of_the_network_in_it() {
    assertThat(Console.run("summary", generator.toString()).out())
        .contains("generator", "425 parameters in all")
        .doesNotContain("discriminator");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "summary FILE",
        "plot FILE",
        "sample FILE",
        "export FILE --out=OUT.safetensors",
        "evaluate FILE",
        "interpolate FILE",
        "train glyphs-dcgan --run=OUT --init=FILE"
      })
  void a_file_that_is_no_model_ends_every_command_with_8(String command) throws IOException {
    byte[] whole = Files.readAllBytes(generator);
    Path file = folder.resolve("damaged.safetensors");
    Path out = folder.resolve("out");
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    String[] words =
        command.replace("FILE", file.toString()).replace("OUT", out.toString()).split(" ");
    Console console = Console.run(words);
    assertThat(console.err())
        .startsWith("figment: " + file + ": expected ")
        .endsWith("The file is cut short.\n");
    assertThat(console.code()).isEqualTo(8);
    assertThat(out).doesNotExist();
  }

  @Test
  void a_file_is_not_trained_on() {
    Console console = Console.run("resume", generator.toString());
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("expected a run to go on with, got a file of weights");
  }

  @Test
  void a_file_has_no_checkpoints() {
    assertThat(Console.run("sample", generator.toString(), "--checkpoint=2").err())
        .isEqualTo(
            "figment: --checkpoint: expected a run that has some, got the file "
                + generator
                + ".\n");
  }

  @Test
  void a_part_that_a_model_has_not_is_refused_with_those_that_it_has() {
    Console console =
        Console.run("export", run.toString(), "--network=encoder", "--out=" + generator);
    assertThat(console)
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: --network: expected one of generator, discriminator, got encoder\n"));
  }

  /** What a training logs of the weights that it begins with. */
  private static String saidOfInit(Path tuned, Path init) {
    Logger logger = (Logger) LoggerFactory.getLogger("dev.figment.run.InitialWeights");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    Console console = TinyGan.train(tuned, "--init=" + init, "--steps=1");
    logger.detachAppender(log);
    assertThat(console.code()).as(console.err()).isZero();
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void a_training_begins_with_the_weights_of_a_file_and_says_what_does_not_fit() {
    assertThat(saidOfInit(folder.resolve("tuned"), generator))
        .isEqualTo(
            "train.init: "
                + generator
                + ": 4 of 6 tensors fit; as they were drawn: discriminator.1.weight (not there),"
                + " discriminator.1.bias (not there)");
  }

  @Test
  void a_training_begins_with_the_weights_of_a_run_and_its_recipe_says_so() throws IOException {
    Path tuned = folder.resolve("of-run");
    assertThat(saidOfInit(tuned, run)).isEqualTo("train.init: " + run + ": 6 of 6 tensors fit");
    assertThat(Files.readString(tuned.resolve("recipe.yaml"))).contains("  init: " + run);
  }

  @Test
  void weights_of_another_architecture_are_refused_before_a_run_is_made() {
    Path tuned = folder.resolve("other");
    Console console =
        Console.run("train", "ring-gan", "--init=" + generator, "--run=" + tuned, "--steps=1");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .contains(
            generator
                + ": expected weights that fit this recipe by name and shape, got none: they are of"
                + " networks [generator], and the recipe has [discriminator, generator].");
    assertThat(tuned).doesNotExist();
  }

  @Test
  void init_must_be_there() {
    Console console = TinyGan.train(folder.resolve("x"), "--init=nowhere");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("nowhere: expected a run or a file of weights, got none");
  }

  @Test
  void what_a_resume_may_not_change_is_named() {
    Console console = Console.run("resume", run.toString(), "--set=model.gan.latent=9");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("model.gan.latent: 3 → 9", "or force it (--force)");
  }
}
