package dev.figment.model.adversarial.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.nn.Pass;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A layer that compares the examples of a batch is found wherever another layer holds it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchMixingTest {
  private static final String COMPARING =
      "{spectralNormalization: {layer: {minibatchDiscrimination: {kernels: 2, dimensions: 2}}}}";

  private static String discriminator(String layers) {
    return "discriminator: [%s, {dense: 1}]\nloss: wasserstein\n"
        .formatted(layers.replace("COMPARING", COMPARING));
  }

  /** The mean score of the real examples, which are the first of a batch. */
  private static double score(String recipe, Tensor batch) {
    try (Tried tried = Tried.of(recipe)) {
      Pass pass = Pass.training(RandomStream.named("dropout", 1));
      Tensor scores = tried.gan.discriminator().apply(batch, null, pass).logits();
      return scores.narrow(0, 0, Tried.BATCH).mean().item();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPARING",
        "{residual: [COMPARING, {dense: 2}]}",
        "{residual: {layers: [{dense: 4}], shortcut: [COMPARING]}}",
        "{concatenate: [COMPARING]}",
        "{parallel: [[], [tanh, COMPARING]]}",
        "{repeatVector: 2}, {timeDistributed: {layer: COMPARING}}, flatten"
      })
  void a_mixed_update_meets_real_and_generated_examples_apart(String layers) {
    String recipe = discriminator(layers);
    try (Tried tried = Tried.of(recipe)) {
      assertThat(tried.gan.discriminator().dependsOnBatch()).isTrue();
      Tensor reals = Tried.reals().examples();
      double met = tried.losses("discriminator").statistics().get("scores/real").item();
      assertThat(met).isCloseTo(score(recipe, reals), within(1e-6));
      Tensor joined = Tensor.concatenate(0, List.of(reals, reals));
      assertThat(met).isNotCloseTo(score(recipe, joined), within(1e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPARING",
        "{residual: [COMPARING, {dense: 2}]}",
        "{concatenate: [COMPARING]}",
        "{parallel: [[], [tanh, COMPARING]]}",
        "{timeDistributed: {layer: COMPARING}}"
      })
  void it_is_refused_beside_a_reference(String layer) {
    String recipe = discriminator(layer + ", {virtualBatchNormalization: 2}");
    assertThatThrownBy(() -> Tried.recipe(recipe))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith(
            "gan: discriminator/0 minibatchDiscrimination compares the examples of a batch with"
                + " each other, and virtualBatchNormalization in the same network puts a reference"
                + " in front of them. Leave one of the two out.");
  }
}
