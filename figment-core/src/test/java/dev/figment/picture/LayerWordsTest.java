package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.nn.Conv2d;
import dev.figment.nn.Dense;
import dev.figment.nn.Equalized;
import dev.figment.nn.Padding;
import dev.figment.nn.Relu;
import dev.figment.nn.Residual;
import dev.figment.nn.SpectralNormalization;
import dev.figment.nn.Tanh;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LayerWordsTest {
  private static final Conv2d CONV = new Conv2d(64, 3, 2, Padding.SAME);

  @Test
  void a_layer_that_wraps_another_says_which() {
    assertThat(LayerWords.of(new SpectralNormalization(CONV)))
        .isEqualTo("spectralNormalization conv2d 64 · 3×3 · stride 2 · same");
    assertThat(LayerWords.of(new Equalized(new Dense(5)))).isEqualTo("equalized dense 5");
    assertThat(LayerWords.of(new Equalized(new Dense(5), 1, 0.01)))
        .isEqualTo("equalized dense 5 · gain 1.0 · learningRateMultiplier 0.01");
  }

  @Test
  void a_residual_says_how_many_layers_it_holds() {
    assertThat(LayerWords.of(new Residual(List.of(new Relu(), CONV))))
        .isEqualTo("residual layers 2");
    assertThat(LayerWords.of(new Residual(List.of(CONV), List.of(CONV, new Tanh()))))
        .isEqualTo("residual layers 1 · shortcut 2");
  }
}
