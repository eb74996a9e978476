package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Measures colors as people see them. Differences are those of Oklab (Ottosson 2020), times 100;
 * color blindness is simulated by the matrices of Machado, Oliveira and Fernandes 2009, severity 1.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaletteTest {
  private static final int CLASSES = 10;

  private enum Sight {
    FULL(16, 1, 0, 0, 0, 1, 0, 0, 0, 1),
    WITHOUT_RED(
        11.5, 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    WITHOUT_GREEN(
        11.5, 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
        0.968881),
    WITHOUT_BLUE(
        11.5, 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    private final double leastDifference;
    private final double[] matrix;

    Sight(double leastDifference, double... matrix) {
      this.leastDifference = leastDifference;
      this.matrix = matrix;
    }

    double[] lab(Color color) {
      double[] seen = times(matrix, linear(color));
      for (int i = 0; i < 3; i++) {
        seen[i] = Math.max(0, Math.min(1, seen[i]));
      }
      double[] cones = times(CONES, seen);
      for (int i = 0; i < 3; i++) {
        cones[i] = Math.cbrt(cones[i]);
      }
      return times(OKLAB, cones);
    }
  }

  private static final double[] CONES = {
    0.4122214708,
    0.5363325363,
    0.0514459929,
    0.2119034982,
    0.6806995451,
    0.1073969566,
    0.0883024619,
    0.2817188376,
    0.6299787005
  };
  private static final double[] OKLAB = {
    0.2104542553,
    0.7936177850,
    -0.0040720468,
    1.9779984951,
    -2.4285922050,
    0.4505937099,
    0.0259040371,
    0.7827717662,
    -0.8086757660
  };

  private static double[] times(double[] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 9; i++) {
      product[i / 3] += matrix[i] * vector[i % 3];
    }
    return product;
  }

  private static double[] linear(Color color) {
    float[] parts = color.getRGBColorComponents(null);
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      linear[i] =
          parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  @ParameterizedTest
  @EnumSource
  void ten_classes_are_told_apart(Sight sight) {
    for (int i = 0; i < CLASSES; i++) {
      for (int j = 0; j < i; j++) {
        double[] a = sight.lab(Palette.ofClass(i));
        double[] b = sight.lab(Palette.ofClass(j));
        double difference = 100 * Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
        assertThat(difference).as("classes %d and %d", j, i).isGreaterThan(sight.leastDifference);
      }
    }
  }

  @Test
  void all_are_dark_enough_on_white() {
    for (int i = 0; i < CLASSES; i++) {
      double[] linear = linear(Palette.ofClass(i));
      double luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
      assertThat(1.05 / (luminance + 0.05)).as("contrast of class %d", i).isGreaterThan(2.4);
    }
  }

  @Test
  void the_eleventh_class_has_the_first_color_and_another_form() {
    assertThat(Palette.ofClass(10)).isEqualTo(Palette.ofClass(0));
    assertThat(Palette.isRing(9)).isFalse();
    assertThat(Palette.isRing(10)).isTrue();
    assertThat(Palette.isRing(20)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void times_grow_darker_for_everybody(Sight sight) {
    double before = 1;
    for (int i = 0; i <= 20; i++) {
      double lightness = sight.lab(Palette.ofTime(i / 20.0))[0];
      assertThat(lightness).isLessThan(before);
      before = lightness;
    }
  }
}
