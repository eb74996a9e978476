package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.RecipeText;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a layer says of itself is seen through all that holds it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTraitsTest {
  private static final String WRAPPED =
      "{spectralNormalization: {layer: {minibatchDiscrimination: {kernels: 2}}}}";

  private static Architecture of(Shape input, String layer) {
    Layer read = RecipeText.read(layer.replace("WRAPPED", WRAPPED), Layer.class);
    return new Architecture("tested", input, List.of(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WRAPPED",
        "residual: [WRAPPED, {dense: 4}]",
        "residual: {layers: [{dense: 6}], shortcut: [WRAPPED]}",
        "concatenate: [WRAPPED]",
        "parallel: [[], [relu, WRAPPED]]",
        "parallel: [[{residual: [WRAPPED, {dense: 4}]}], []]"
      })
  void a_wrapped_layer_that_compares_a_batch_is_recognized(String layer) {
    assertThat(of(Shape.vector(4), layer).batchDependence()).isEqualTo(BatchDependence.COMPARISON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeDistributed: {layer: WRAPPED}",
        "spectralNormalization: {layer: {timeDistributed: {layer: {minibatchDiscrimination: 2}}}}",
        "concatenate: [{timeDistributed: {layer: WRAPPED}}]"
      })
  void it_is_recognized_in_a_sequence_too(String layer) {
    assertThat(of(Shape.sequence(3, 4), layer).batchDependence())
        .isEqualTo(BatchDependence.COMPARISON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "residual: [batchNormalization]|STATISTICS",
        "parallel: [[batchNormalization], []]|STATISTICS",
        "parallel: [[batchNormalization], [WRAPPED]]|COMPARISON",
        "concatenate: [{groupNormalization: 2}]|NONE",
        "spectralNormalization: {layer: {dense: 3}}|NONE"
      })
  void the_strongest_dependence_counts(String layer, BatchDependence expected) {
    assertThat(of(Shape.vector(4), layer).batchDependence()).isEqualTo(expected);
  }
}
