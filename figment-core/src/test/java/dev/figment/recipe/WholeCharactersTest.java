package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Found by figment-bench/fuzz, cases 1026 of model and 1354 of recipe. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeCharactersTest {
  private static final String FLOWER = "\ud83c\udf38";

  @ParameterizedTest
  @ValueSource(ints = {1021, 1022, 1023, 1024, 1025, 2047, 2048, 2049, 2050, 4096})
  void a_recipe_is_read_wherever_a_flower_stands_in_it(int place) {
    String text = Recipes.text("ring-gan");
    String comment = "#" + " ".repeat(place - 1) + FLOWER + "\n";
    assertThat(RecipeFormat.read(comment + text, "flower.yaml"))
        .isEqualTo(Recipes.named("ring-gan"));
  }

  private static List<String> pieces(String text, int length) throws IOException {
    List<String> pieces = new ArrayList<>();
    char[] buffer = new char[length];
    try (Reader reader = new WholeCharacters(text)) {
      for (int read = reader.read(buffer, 0, length); read >= 0; ) {
        pieces.add(new String(buffer, 0, read));
        read = reader.read(buffer, 0, length);
      }
    }
    return pieces;
  }

  @Test
  void a_piece_ends_before_a_character_that_does_not_fit() throws IOException {
    assertThat(pieces("ab" + FLOWER + "c", 3)).containsExactly("ab", FLOWER + "c");
    assertThat(pieces("a" + FLOWER, 3)).containsExactly("a" + FLOWER);
  }

  @Test
  void half_a_character_at_the_end_is_given_out_by_itself() throws IOException {
    assertThat(pieces("ab\ud83c", 3)).containsExactly("ab", "\ud83c");
  }
}
