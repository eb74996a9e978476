package dev.figment.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.nn.Shape;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuartilesTest {
  private static ImageSet bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ImageSet.ofBytes("few", Shape.image(1, 1, 1), List.of(), new int[values.length], bytes);
  }

  @Test
  void bytes_count_as_zero_to_one() {
    assertThat(Quartiles.of(bytes(255, 0, 51, 102, 204)))
        .isEqualTo(new Quartiles(0, 0.2, 0.4, 0.8, 1));
    assertThat(Quartiles.of(bytes(255))).isEqualTo(new Quartiles(1, 1, 1, 1, 1));
  }

  @Test
  void a_quarter_may_lie_between_two_numbers() {
    float[] four = {4, 1, 3, 2};
    ImageSet set = ImageSet.ofFloats("four", Shape.vector(2), List.of(), new int[2], four);
    assertThat(Quartiles.of(set)).isEqualTo(new Quartiles(1, 1.75, 2.5, 3.25, 4));
    assertThat(Quartiles.of(bytes(0, 255)).median()).isEqualTo(0.5);
  }
}
