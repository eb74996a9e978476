package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluateCommandTest {
  @TempDir private static Path folder;
  private static Path vae;
  private static Path autoencoder;

  @BeforeAll
  static void train() {
    vae = folder.resolve("vae");
    autoencoder = folder.resolve("autoencoder");
    assertThat(TinyCodecs.vae(vae, "--set=data.binarization=static").code()).isZero();
    assertThat(TinyCodecs.autoencoder(autoencoder).code()).isZero();
  }

  private static Console evaluate(Path run, String... more) {
    return Console.run(
        Stream.concat(Stream.of("evaluate", run.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  @Test
  void what_is_quick_is_printed_with_its_protocol() {
    Console console = evaluate(autoencoder);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .containsPattern(
            "^metric +value +std. error +unit +examples +samples +pixels\n"
                + "mse +0\\.\\d+ +0\\.\\d+ +squared, per value +\\d,\\d{3}, glyphs/test \\(only"
                + " 3\\) +- +not binarized, zeroToOne\n"
                + "$");
    assertThat(console.err()).isEqualTo("added to: " + autoencoder.resolve("metrics.jsonl") + "\n");
  }

  @Test
  void a_model_that_learned_from_all_is_not_measured_on_a_part_of_it_as_if_unseen() {
    Path all = folder.resolve("all");
    String set = "--set=data.set=eight-gaussians";
    Console trained =
        Console.run(
            "train",
            "plane-linear-autoencoder",
            "--set=model.autoencoder.decoder.0.dense.units=2",
            set,
            "--set=data.split=all",
            "--steps=2",
            "--run=" + all);
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(evaluate(all).code()).isEqualTo(5);
    assertThat(evaluate(all).err()).contains("so there is no test split. Ask for the split all");
    assertThat(evaluate(all, "--split=all").out()).contains("22,000, eight-gaussians/all");
  }

  @Test
  void the_likelihood_comes_when_it_is_asked_for() {
    Console console = evaluate(vae, "--metrics=elbo,nll", "--samples=20", "--examples=30");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .containsPattern(
            "\nelbo +-\\d+\\.\\d+ +\\d+\\.\\d+ +nats per example +30 of \\d,\\d{3}, glyphs/test"
                + " \\(only 3\\) +1 +static binarization\n")
        .containsPattern("\nnll-20 +\\d+\\.\\d+ +\\d+\\.\\d+ +nats per example .* 20 +static")
        .containsPattern("\nnll-20-bitsPerDim +0\\.\\d+ .* bits per dimension");
  }

  @Test
  void scripts_get_all_digits() {
    Console console = evaluate(vae, "--metrics=nll", "--samples=5", "--examples=4", "--json");
    JsonNode report = JsonMapper.shared().readTree(console.out());
    assertThat(report.get("recipe").asString()).isEqualTo("fashion-vae");
    assertThat(report.get("examples").asInt()).isEqualTo(4);
    assertThat(report.get("data").get("binarization").asString()).isEqualTo("static");
    assertThat(report.get("data").get("split").asString()).isEqualTo("test");
    JsonNode nll = report.get("metrics").get(0);
    assertThat(nll.get("metric").asString()).isEqualTo("nll-5");
    assertThat(nll.get("samples").asInt()).isEqualTo(5);
    assertThat(nll.get("value").asDouble()).isPositive();
    assertThat(nll.get("standardError").asDouble()).isPositive();
  }

  @Test
  void an_error_that_one_example_cannot_tell_is_left_out() {
    assertThat(evaluate(autoencoder, "--examples=1").out())
        .containsPattern("\nmse +0\\.\\d+ +- +sq");
    JsonNode report =
        JsonMapper.shared().readTree(evaluate(autoencoder, "--examples=1", "--json").out());
    assertThat(report.get("metrics").get(0).get("standardError").isNull()).isTrue();
  }

  @Test
  void samples_without_likelihood_are_refused() {
    assertRefused(
        "--samples: only nll draws samples. Add it: --metrics elbo,nll",
        evaluate(vae, "--samples=5"));
  }

  @Test
  void what_a_plain_autoencoder_cannot_say_is_refused() {
    assertRefused(
        "--metrics nll: %s: expected a model with a density p(x), got fashion-stacked-autoencoder:"
                .formatted(autoencoder)
            + " a plain autoencoder has no density, it only restores what it is given. It can be"
            + " measured by mse.",
        evaluate(autoencoder, "--metrics=nll"));
  }
}
