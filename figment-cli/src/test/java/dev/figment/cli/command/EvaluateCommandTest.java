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
  private static Path gan;

  @BeforeAll
  static void train() {
    vae = folder.resolve("vae");
    autoencoder = folder.resolve("autoencoder");
    assertThat(TinyCodecs.vae(vae, "--set=data.binarization=static").code()).isZero();
    assertThat(TinyCodecs.autoencoder(autoencoder).code()).isZero();
    gan = folder.resolve("gan");
    assertThat(TinyGan.train(gan, "--steps=2").code()).isZero();
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
    Console learned = evaluate(all);
    assertThat(learned.err())
        .contains("no test split: these are examples that the model learned from (--split all)");
    assertThat(learned.out()).contains("22,000, eight-gaussians/all");
    assertThat(evaluate(all, "--split=test").code()).isEqualTo(5);
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

  @Test
  void samples_of_a_gan_are_measured_and_their_protocol_is_said() {
    Console console = evaluate(gan, "--metrics=swd,ms-ssim", "--count=60");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out())
        .containsPattern(
            "^metric +value +95 % interval +unit\nswd60 +[0-9.]+ +[0-9.]+ to [0-9.]+ +×1000\n")
        .containsPattern("\nms-ssim60/real +0\\.\\d+ ")
        .containsPattern(
            "\ngenerated: 60 images, 8 bits, from raw weights of points drawn normal, seed 1\n"
                + "reference: [\\d,]+ images of glyphs/test \\([^)]+\\)\n$");
    assertThat(console.err()).endsWith("added to: " + gan.resolve("metrics.jsonl") + "\n");
  }

  @Test
  void points_of_a_plain_autoencoder_are_drawn_from_a_mixture() {
    Console console =
        evaluate(autoencoder, "--metrics=mse,swd", "--count=40", "--components=2", "--json");
    assertThat(console.code()).as(console.err()).isZero();
    JsonNode report = JsonMapper.shared().readTree(console.out());
    assertThat(report.get("metrics").get(0).get("metric").asString()).isEqualTo("mse");
    JsonNode samples = report.get("samples");
    assertThat(samples.get("protocol").get("prior").asString()).isEqualTo("mixture of 2");
    JsonNode swd = samples.get("metrics").get(0);
    assertThat(swd.get("metric").asString()).isEqualTo("swd40");
    assertThat(swd.get("low").asDouble()).isLessThan(swd.get("value").asDouble());
    assertThat(swd.get("high").asDouble()).isGreaterThan(swd.get("value").asDouble());
  }

  @Test
  void nothing_is_called_fid_without_the_inception_network() {
    assertRefused(
        "--metrics fid: is by the features of the original Inception network: give its file as"
            + " extractor (--extractor FILE.onnx), or ask for fd, which is by those of a classifier"
            + " of this set.",
        evaluate(gan, "--metrics=fid"));
  }

  @Test
  void an_extractor_that_is_none_is_refused() {
    Console console = evaluate(gan, "--metrics=fid", "--extractor=" + gan.resolve("recipe.yaml"));
    assertThat(console.code()).isEqualTo(8);
    assertThat(console.err()).contains("recipe.yaml").doesNotContain("Exception");
  }

  @Test
  void too_few_images_are_refused_with_how_many_it_takes() {
    Console console = evaluate(gan, "--metrics=recall3-k3");
    assertThat(console)
        .isEqualTo(
            new Console(2, "", "figment: --metrics recall: expected at least 4 images, got 3\n"));
  }

  @Test
  void a_model_without_classes_cannot_be_asked_for_one() {
    assertRefused(
        "--metrics class-share10k: expected a model that can be asked for a class, got one that"
            + " knows none. Train mnist-conditional-gan or mnist-acgan, for instance.",
        evaluate(gan, "--metrics=class-share"));
  }

  @Test
  void an_option_of_samples_where_none_are_measured_is_refused() {
    assertRefused(
        "--count: is for metrics of samples, and none is measured. Ask for one, as in --metrics"
            + " fd,swd.",
        evaluate(autoencoder, "--count=50"));
  }
}
