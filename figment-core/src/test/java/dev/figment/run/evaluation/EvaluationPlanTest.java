package dev.figment.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.DataException;
import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.Split;
import dev.figment.metric.Estimate;
import dev.figment.metric.Measurement;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.Tiny;
import dev.figment.run.TinyCodecs;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluationPlanTest {
  private static final EvaluationPlan QUICK = new EvaluationPlan(null, 200, null, Split.TEST);

  @TempDir private static Path folder;
  private static Path vae;
  private static Path autoencoder;

  @BeforeAll
  static void train() {
    vae = TinyCodecs.train(folder.resolve("vae"), TinyCodecs.vae(folder));
    autoencoder = TinyCodecs.train(folder.resolve("autoencoder"), TinyCodecs.autoencoder(folder));
  }

  private static Evaluation evaluate(Path path, EvaluationPlan plan) {
    try (Run run = Run.open(path, Settings.DEFAULT)) {
      return plan.carryOut(run, Progress.NONE);
    }
  }

  private static EvaluationPlan of(String... metrics) {
    return new EvaluationPlan(List.of(metrics), 100, null, Split.TEST);
  }

  private static Map<String, Estimate> estimates(Evaluation evaluation) {
    return evaluation.measurements().stream()
        .collect(Collectors.toMap(Measurement::metric, Measurement::estimate));
  }

  private static List<JsonNode> lines(Path run) {
    return new JsonLines(RunFolder.open(run).metrics()).read();
  }

  private static void assertRefused(String message, Path path, EvaluationPlan plan) {
    assertThatThrownBy(() -> evaluate(path, plan))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void it_says_what_the_last_validation_of_the_same_weights_said() {
    JsonNode validation =
        lines(vae).stream().filter(line -> line.has("validation")).findFirst().orElseThrow();
    Evaluation evaluation = evaluate(vae, QUICK);
    assertThat(evaluation.step()).isEqualTo(40).isEqualTo(validation.get("step").asLong());
    assertThat(evaluation.kimg()).isEqualTo(0.32);
    assertThat(evaluation.measurements())
        .extracting(Measurement::metric)
        .startsWith("elbo", "reconstruction", "kl");
    estimates(evaluation)
        .forEach(
            (name, value) ->
                assertThat(value.mean()).as(name).isEqualTo(validation.get(name).asDouble()));
  }

  @Test
  void a_line_with_the_protocol_is_added_to_the_run() {
    Evaluation evaluation = evaluate(vae, of("elbo", "nll"));
    JsonNode line = lines(vae).get(lines(vae).size() - 1);
    assertThat(line.propertyNames())
        .containsExactly(
            "step",
            "kimg",
            "evaluation",
            "set",
            "examples",
            "of",
            "binarization",
            "range",
            "seed",
            "elbo",
            "nll-100",
            "nll-100-bitsPerDim",
            "standardErrors");
    assertThat(line.get("evaluation").asString()).isEqualTo("test");
    assertThat(line.get("examples").asInt()).isEqualTo(20);
    Estimate nll = estimates(evaluation).get("nll-100");
    assertThat(line.get("nll-100").asDouble()).isEqualTo(nll.mean());
    assertThat(line.get("standardErrors").get("nll-100").asDouble()).isEqualTo(nll.standardError());
  }

  @Test
  void the_likelihood_is_no_worse_than_the_elbo_and_told_in_bits_too() {
    Map<String, Estimate> estimates = estimates(evaluate(vae, of("elbo", "nll")));
    double nll = estimates.get("nll-100").mean();
    double noise = 1; // of the elbo, with one draw for each of twenty examples
    assertThat(-nll).isGreaterThan(estimates.get("elbo").mean() - noise);
    assertThat(estimates.get("nll-100-bitsPerDim").mean())
        .isCloseTo(nll / (64 * Math.log(2)), within(1e-12));
  }

  @Test
  void the_same_weights_give_the_same_likelihood_again() {
    assertThat(evaluate(vae, of("nll")).measurements())
        .isEqualTo(evaluate(vae, of("nll")).measurements());
  }

  @Test
  void fewer_examples_lie_evenly_in_the_split() {
    Evaluation few = evaluate(autoencoder, new EvaluationPlan(null, 1, 10, Split.TRAIN));
    assertThat(few.examples()).isEqualTo(10);
    assertThat(few.of()).isEqualTo(40);
    assertThat(few.data().split()).isEqualTo(Split.TRAIN);
    Evaluation all = evaluate(autoencoder, new EvaluationPlan(null, 1, 99, Split.TEST));
    assertThat(all.examples()).isEqualTo(20);
  }

  @Test
  void progress_is_told_of_each_metric() {
    List<String> told = new ArrayList<>();
    try (Run run = Run.open(vae, Settings.DEFAULT)) {
      of("kl", "nll")
          .carryOut(
              run, (task, done, mean) -> told.add(task.name() + " " + done + "/" + task.most()));
    }
    assertThat(told).containsExactly("elbo 20/20", "nll-100 20/20");
  }

  @Test
  void a_plain_autoencoder_has_no_likelihood() {
    assertRefused(
        "metrics nll: "
            + autoencoder
            + ": expected a model with a density p(x), got tiny-autoencoder: a plain autoencoder"
            + " has no density, it only restores what it is given. It can be measured by mse.",
        autoencoder,
        of("nll"));
  }

  @Test
  void a_metric_that_the_model_does_not_have_is_refused_with_those_that_it_has() {
    assertRefused(
        "metrics: no metric elb of this model; did you mean elbo? It can be measured by elbo,"
            + " reconstruction, kl, bitsPerDim, mse, nll, and what it generates by fd, kd, cs,"
            + " precision, recall, density, coverage, ppl, swd, ms-ssim, nearest, cas,"
            + " class-share.",
        vae,
        of("elb"));
  }

  @Test
  void a_gan_is_asked_how_often_its_discriminator_is_right() {
    Path gan = Tiny.train(folder.resolve("gan"), Tiny.recipe(folder));
    Evaluation evaluation = evaluate(gan, QUICK);
    assertThat(evaluation.measurements())
        .extracting(Measurement::metric)
        .containsExactly("evaluationAccuracy/real", "evaluationAccuracy/fake");
    assertThat(estimates(evaluation).get("evaluationAccuracy/real").mean()).isBetween(0.0, 1.0);
    assertThat(estimates(evaluation).get("evaluationAccuracy/real").examples()).isEqualTo(20);
  }

  @Test
  void a_split_that_is_not_there_is_said_to_be_missing() {
    Path path = folder.resolve("no-test");
    String train = folder.resolve("pictures/train").toString();
    TinyCodecs.train(path, TinyCodecs.autoencoder(folder).with("data.set", train));
    assertThatThrownBy(() -> evaluate(path, QUICK))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no test split");
  }

  @Test
  void counts_below_one_are_refused() {
    assertThatThrownBy(() -> new EvaluationPlan(null, 0, null, Split.TEST))
        .hasMessage("samples: expected at least 1, got 0");
    assertThatThrownBy(() -> new EvaluationPlan(null, 1, 0, Split.TEST))
        .hasMessage("examples: expected at least 1, got 0");
    assertThatThrownBy(() -> new EvaluationPlan(List.of(), 1, null, Split.TEST))
        .hasMessage("metrics: expected at least one name");
  }
}
