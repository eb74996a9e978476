package dev.figment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NearestTest {
  @ParameterizedTest
  @CsvSource({"'','',0", "a,'',1", "kitten,sitting,3", "trian,train,1", "optimiser,optimizer,1"})
  void the_distance_counts_edits_and_swaps(String from, String to, int edits) {
    assertThat(Nearest.distance(from, to)).isEqualTo(edits);
    assertThat(Nearest.distance(to, from)).isEqualTo(edits);
  }

  @Test
  void the_nearest_name_comes_first_and_at_most_three_do() {
    assertThat(Nearest.to("conv2", List.of("conv2dTranspose", "dense", "conv2d")))
        .containsExactly("conv2d", "conv2dTranspose");
    assertThat(Nearest.to("aaaa", List.of("aaab", "aaac", "aaad", "aaae"))).hasSize(3);
  }

  @Test
  void a_single_slip_is_not_answered_with_what_is_only_similar() {
    assertThat(Nearest.to("mnist-dcgn", List.of("mnist-acgan", "mnist-dcgan", "mnist-lsgan")))
        .containsExactly("mnist-dcgan");
  }

  @Test
  void capitals_do_not_matter() {
    assertThat(Nearest.to("LEAKYRELU", List.of("leakyRelu"))).containsExactly("leakyRelu");
  }

  @Test
  void nothing_is_suggested_for_a_word_unlike_all() {
    assertThat(Nearest.hint("xyzzy", List.of("dense", "relu"))).isEmpty();
    assertThat(Nearest.hint("x", List.of("0", "1"))).isEmpty();
  }

  @Test
  void a_hint_asks() {
    assertThat(Nearest.hint("flaten", List.of("flatten", "dense")))
        .isEqualTo("; did you mean flatten?");
  }
}
