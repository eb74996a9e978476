package dev.figment.nn;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.nn.DiffAugment.Policy;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.MemoryLayout;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against plain loops over (examples, channels, height, width) that draw the same numbers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiffAugmentTest {
  private static final int N = 6;
  private static final int C = 3;
  private static final int H = 12;
  private static final int W = 9;

  private final Scope scope = Scope.open();
  private final RandomStream drawn = stream();

  @AfterEach
  void free() {
    scope.close();
  }

  private static RandomStream stream() {
    return RandomStream.named("augment", 1);
  }

  private static Tensor images() {
    return Noise.uniform(RandomStream.named("x", 1), -1, 1, N, H, W, C).permute(0, 3, 1, 2);
  }

  private static Tensor augmented(Tensor images, Policy... policies) {
    return new DiffAugment(List.of(policies)).apply(images, -1, 1, stream());
  }

  private static int at(int example, int channel, int row, int column) {
    return ((example * C + channel) * H + row) * W + column;
  }

  private double[] uniform(double low, double high) {
    double[] values = new double[N];
    for (int i = 0; i < N; i++) {
      values[i] = low + (high - low) * drawn.nextDouble();
    }
    return values;
  }

  private void changeColors(float[] x) {
    double[] brightness = uniform(-0.5, 0.5);
    double[] saturation = uniform(0, 2);
    double[] contrast = uniform(0.5, 1.5);
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < C * H * W; j++) {
        x[i * C * H * W + j] += (float) brightness[i];
      }
      for (int pixel = 0; pixel < H * W; pixel++) {
        spread(x, at(i, 0, 0, pixel), H * W, C, saturation[i]);
      }
      spread(x, at(i, 0, 0, 0), 1, C * H * W, contrast[i]);
    }
  }

  /** Scales the distances to their mean of so many values, the same step apart. */
  private static void spread(float[] x, int first, int step, int count, double factor) {
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += x[first + i * step] / (double) count;
    }
    for (int i = 0; i < count; i++) {
      x[first + i * step] = (float) (mean + factor * (x[first + i * step] - mean));
    }
  }

  /** An eighth of 12 is 1.5, rounded 2; of 9, 1. */
  private float[] translated(float[] x) {
    float[] moved = new float[x.length];
    for (int i = 0; i < N; i++) {
      int down = drawn.nextInt(5) - 2;
      int across = drawn.nextInt(3) - 1;
      for (int j = 0; j < C * H * W; j++) {
        int row = j / W % H + down;
        int column = j % W + across;
        if (row >= 0 && row < H && column >= 0 && column < W) {
          moved[i * C * H * W + j] = x[at(i, j / (H * W), row, column)];
        }
      }
    }
    return moved;
  }

  /** Half of 12 is 6, whose middle can lie at 13 places; of 9, rounded 5, at 9. */
  private void cutOut(float[] x) {
    for (int i = 0; i < N; i++) {
      int row = drawn.nextInt(13) - 3;
      int column = drawn.nextInt(9) - 2;
      for (int y = Math.max(0, row); y < Math.min(H, row + 6); y++) {
        for (int z = Math.max(0, column); z < Math.min(W, column + 5); z++) {
          for (int channel = 0; channel < C; channel++) {
            x[at(i, channel, y, z)] = 0;
          }
        }
      }
    }
  }

  @Test
  void colors_change_in_brightness_then_saturation_then_contrast() {
    float[] expected = images().toArray();
    changeColors(expected);
    assertClose("colors", augmented(images(), Policy.COLOR), expected);
  }

  @Test
  void images_move_by_whole_pixels_and_zeros_come_in() {
    assertThat(augmented(images(), Policy.TRANSLATION).toArray())
        .containsExactly(translated(images().toArray()));
  }

  @Test
  void half_of_the_height_and_width_is_cut_out() {
    float[] expected = images().toArray();
    cutOut(expected);
    assertThat(augmented(images(), Policy.CUTOUT).toArray()).containsExactly(expected);
  }

  @Test
  void all_follow_each_other_in_the_papers_order_however_they_are_written() {
    float[] expected = images().toArray();
    changeColors(expected);
    expected = translated(expected);
    cutOut(expected);
    Policy[] reversed = {Policy.CUTOUT, Policy.TRANSLATION, Policy.COLOR};
    assertClose("all", augmented(images(), reversed), expected);
    assertClose("all", augmented(images(), Policy.values()), expected);
  }

  @Test
  void images_of_another_range_change_alike() {
    Tensor bytes = images().plus(1).times(127.5);
    Tensor expected = augmented(images(), Policy.values()).plus(1).times(0.5);
    Tensor actual = new DiffAugment(null).apply(bytes, 0, 255, stream()).times(1 / 255.0);
    assertClose("augmented", actual, expected.toArray());
  }

  @ParameterizedTest
  @EnumSource
  void examples_do_not_share_their_draws(Policy policy) {
    Tensor one = images().narrow(0, 0, 1);
    Tensor same = augmented(one.expand(N, C, H, W).channelsLast(), policy);
    Set<String> different = new HashSet<>();
    for (int i = 0; i < N; i++) {
      different.add(Arrays.toString(same.narrow(0, i, 1).toArray()));
    }
    assertThat(different).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource
  void gradients_pass_through_also_twice(Policy policy) {
    Tensor x = images().differentiable();
    Tensor loss = augmented(x, policy).square().sum();
    Tensor gradient = Gradients.differentiable(loss, List.of(x)).get(0);
    Tensor direction = Noise.normal(RandomStream.named("direction", 1), N, C, H, W);
    double slope = gradient.times(direction).sum().item();
    double above = augmented(x.plus(direction.times(0.01)), policy).square().sum().item();
    double below = augmented(x.plus(direction.times(-0.01)), policy).square().sum().item();
    assertThat(Math.abs((above - below) / 0.02 - slope)).isLessThan(0.01 * Math.abs(slope) + 0.05);
    Tensor again = Gradients.of(gradient.square().sum(), List.of(x)).get(0);
    assertThat(again.abs().sum().item()).isPositive();
  }

  @Test
  void images_stay_channels_last_in_memory() {
    assertThat(MemoryLayout.isChannelsLast(augmented(images(), Policy.values()))).isTrue();
  }

  @Test
  void a_recipe_names_its_policies() {
    assertThat(RecipeText.read("policies: [color, cutout]", DiffAugment.class))
        .isEqualTo(new DiffAugment(List.of(Policy.COLOR, Policy.CUTOUT)));
    assertThat(RecipeText.read("{}", DiffAugment.class).policies())
        .containsExactly(Policy.COLOR, Policy.TRANSLATION, Policy.CUTOUT);
  }

  @Test
  void no_policy_and_no_range_are_refused() {
    assertThatThrownBy(() -> new DiffAugment(List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage("diffAugment: expected at least one policy, got none");
    assertThatThrownBy(() -> new DiffAugment(null).apply(images(), 1, 1, stream()))
        .hasMessage("diffAugment: expected a range, got 1.0 to 1.0");
  }
}
