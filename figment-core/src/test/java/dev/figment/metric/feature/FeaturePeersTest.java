package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.format.Safetensors;
import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other programs say of the same features, as make_feature_fixtures.py wrote it down. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FeaturePeersTest {
  private static final Safetensors FILE =
      Safetensors.read(Path.of("src/test/resources/fixtures/features/features.safetensors"));
  private static final JsonNode CASE = new JsonMapper().readTree(FILE.metadata().get("case"));
  private static final Points REFERENCE = points("reference");

  private static Points points(String name) {
    return new Points(FILE.floats(name), (int) FILE.entry(name).shape()[1]);
  }

  private static void requireSame(double ours, JsonNode theirs) {
    double value = theirs.asDouble();
    assertThat(ours).isCloseTo(value, within(1e-6 * Math.abs(value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "near"})
  void the_frechet_distance_is_that_of_torch_fidelity_and_scipy(String name) {
    FeatureStatistics reference = Normals.statistics(REFERENCE);
    double ours = FrechetDistance.estimate(points(name), reference, 1).mean();
    requireSame(ours, CASE.get(name).get("frechet"));
    requireSame(ours, CASE.get(name).get("frechetByScipy"));
    double few = FrechetDistance.estimate(points(name).rows(0, 8), reference, 1).mean();
    requireSame(few, CASE.get(name).get("frechetOfEight"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "near"})
  void the_kernel_distance_is_that_of_torch_fidelity(String name) {
    requireSame(
        KernelDistance.of(points(name), REFERENCE.rows(0, 300)), CASE.get(name).get("kernel"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "near"})
  void precision_and_recall_are_those_of_torch_fidelity(String name) {
    PrecisionRecall ours = PrecisionRecall.of(points(name), REFERENCE, 3);
    requireSame(ours.precision().mean(), CASE.get(name).get("precision"));
    requireSame(ours.recall().mean(), CASE.get(name).get("recall"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"generated", "near"})
  void density_and_coverage_are_those_of_prdc(String name) {
    DensityCoverage ours = DensityCoverage.of(points(name), REFERENCE, 5);
    requireSame(ours.density().mean(), CASE.get(name).get("density"));
    requireSame(ours.coverage().mean(), CASE.get(name).get("coverage"));
  }

  @Test
  void the_classifier_score_is_the_inception_score_of_torch_fidelity() {
    Estimate ours = ClassifierScore.estimate(points("logits"));
    requireSame(ours.mean(), CASE.get("score").get("mean"));
    // its deviation divides by the splits, not by one less, and is of one split, not of their mean
    requireSame(ours.standardError() * Math.sqrt(9), CASE.get("score").get("deviation"));
  }
}
