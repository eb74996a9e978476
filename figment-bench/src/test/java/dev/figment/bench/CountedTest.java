package dev.figment.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CountedTest {
  @Test
  void count_and_recipes_may_both_be_left_out() {
    assertThat(RecipeArguments.of("steps", 8)).isEqualTo(new RecipeArguments(8, List.of()));
    assertThat(RecipeArguments.of("steps", 8, "3")).isEqualTo(new RecipeArguments(3, List.of()));
    assertThat(RecipeArguments.of("steps", 8, "fashion-gan", "mnist-dcgan"))
        .isEqualTo(new RecipeArguments(8, List.of("fashion-gan", "mnist-dcgan")));
  }

  @Test
  void what_cannot_be_measured_is_refused() {
    assertThatThrownBy(() -> RecipeArguments.of("steps", 8, "0"))
        .isInstanceOf(UsageException.class)
        .hasMessage("steps: expected at least 1, got 0");
    assertThatThrownBy(() -> RecipeArguments.of("steps", 8, "mnist-dcgen"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("unknown recipe mnist-dcgen; did you mean mnist-dcgan?");
  }
}
