package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.optim.Adam;
import dev.figment.optim.Momentum;
import dev.figment.optim.RmsProp;
import dev.figment.optim.Rule;
import dev.figment.optim.Sgd;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules made in Java with few words are those that recipes make with few words. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShortRulesTest {
  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of("{sgd: 0.5}", new Sgd(0.5)),
        Arguments.of("{momentum: {learningRate: 0.5, momentum: 0.8}}", new Momentum(0.5, 0.8)),
        Arguments.of("{rmsprop: 0.5}", new RmsProp(0.5)),
        Arguments.of("{adam: 0.5}", new Adam(0.5)),
        Arguments.of("{adam: {learningRate: 0.5, beta1: 0.5}}", new Adam(0.5).withBeta1(0.5)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void java_and_recipe_agree_on_defaults(String text, Rule rule) {
    assertThat(RecipeFormat.read(text, Rule.class, "a test")).isEqualTo(rule);
  }
}
