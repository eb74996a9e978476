package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.Range;
import dev.figment.latent.Interpolation;
import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import dev.figment.model.Sampler;
import dev.figment.model.Stylist;
import dev.figment.nn.Shape;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PerceptualPathLengthTest {
  private static final int SIZE = 6;

  /** The pixels themselves are the features. */
  private static final FeatureExtractor PIXELS =
      new FeatureExtractor() {
        @Override
        public String kind() {
          return "pixels";
        }

        @Override
        public String hash() {
          return "none";
        }

        @Override
        public boolean isInception() {
          return false;
        }

        @Override
        public void requireFit(Shape image) {}

        @Override
        public Features of(Tensor pixels) {
          Points points = Points.of(pixels);
          return new Features(points, points);
        }

        @Override
        public void close() {}
      };

  /**
   * Draws its point as an image of one row, whose numbers are pixels of 0 to 255 times a factor.
   */
  private record Drawing(double factor, int classes, List<float[]> asked) implements Sampler {
    @Override
    public int latentSize() {
      return SIZE;
    }

    @Override
    public Tensor sample(Tensor z, @Nullable Tensor told) {
      asked.add(told == null ? new float[0] : told.toFloats().toArray());
      return z.times(factor / 255).reshape(-1, 1, 1, SIZE);
    }
  }

  /** Its styles are its points times three. */
  private record Styles() implements Stylist {
    @Override
    public int latentSize() {
      return SIZE;
    }

    @Override
    public int styleSize() {
      return SIZE;
    }

    @Override
    public int layers() {
      return 2;
    }

    @Override
    public Tensor styles(Tensor z) {
      return z.times(3);
    }

    @Override
    public Tensor averageStyle() {
      return Tensor.zeros(SIZE);
    }

    @Override
    public Tensor synthesize(Tensor styles) {
      return styles.narrow(1, 1, 1).times(1 / 255.0).reshape(-1, 1, 1, SIZE);
    }
  }

  private static Sampler drawing(double factor) {
    return new Drawing(factor, 0, new ArrayList<>());
  }

  private static Estimate of(Sampler sampler, int pairs, long seed) {
    return PerceptualPathLength.of(pairs)
        .of(sampler, Range.ZERO_TO_ONE, Device.CPU, PIXELS, seed, Progress.NONE);
  }

  @Test
  void a_point_is_its_own_image_and_the_length_that_of_the_arc() {
    double[] squares = new double[20_000];
    RandomStream stream = RandomStream.named("arcs", 9);
    for (int i = 0; i < squares.length; i++) {
      float[] a = Noise.normals(stream, SIZE);
      float[] b = Noise.normals(stream, SIZE);
      squares[i] = speed(a, b, stream.nextDouble());
    }
    double expected = Arrays.stream(PerceptualPathLength.kept(squares)).average().orElseThrow();
    Estimate found = of(drawing(1), 20_000, 1);
    assertThat(found.mean()).isCloseTo(expected, within(5 * found.standardError()));
    assertThat(found.standardError()).isLessThan(0.02 * found.mean());
    assertThat(found.examples()).isEqualTo(19_602);
  }

  /** ‖dp/dt‖² of p = (sin((1 − t)·ω)·a + sin(t·ω)·b)/sin ω. */
  private static double speed(float[] a, float[] b, double t) {
    double dot = IntStream.range(0, SIZE).mapToDouble(i -> (double) a[i] * b[i]).sum();
    double lengths = Math.sqrt(square(a) * square(b));
    double angle = Math.acos(dot / lengths);
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      double speed =
          angle * (Math.cos(t * angle) * b[i] - Math.cos((1 - t) * angle) * a[i]) / Math.sin(angle);
      sum += speed * speed;
    }
    return sum;
  }

  private static double square(float[] a) {
    return IntStream.range(0, SIZE).mapToDouble(i -> (double) a[i] * a[i]).sum();
  }

  @Test
  void images_that_change_twice_as_much_have_four_times_the_length() {
    assertThat(of(drawing(2), 100, 1).mean() / of(drawing(1), 100, 1).mean())
        .isCloseTo(4, within(1e-3));
  }

  @Test
  void what_always_makes_one_image_has_no_length() {
    Estimate none = of(drawing(0), 100, 1);
    assertThat(none.mean()).isZero();
    assertThat(none.standardError()).isZero();
  }

  @Test
  void of_a_stylist_it_is_that_of_straight_ways_between_styles() {
    // ‖3·(b − a)‖² of standard normals: 9·2·6, less what is left out of the tail
    Estimate found = of(new Styles(), 20_000, 1);
    double[] squares = new double[20_000];
    RandomStream stream = RandomStream.named("straight", 9);
    Arrays.setAll(squares, i -> 18 * square(Noise.normals(stream, SIZE)));
    double expected = Arrays.stream(PerceptualPathLength.kept(squares)).average().orElseThrow();
    assertThat(expected).isBetween(100.0, 108.0);
    assertThat(found.mean()).isCloseTo(expected, within(5 * found.standardError()));
  }

  @Test
  void both_images_of_a_pair_are_of_one_class_and_all_classes_come() {
    Drawing drawing = new Drawing(1, 3, new ArrayList<>());
    of(drawing, 130, 1);
    assertThat(drawing.asked()).extracting(each -> each.length).containsExactly(100, 100, 60);
    for (float[] each : drawing.asked()) {
      assertThat(Arrays.copyOf(each, each.length / 2))
          .isEqualTo(Arrays.copyOfRange(each, each.length / 2, each.length))
          .contains(0, 1, 2);
    }
  }

  @Test
  void the_lowest_and_the_highest_percent_are_left_out() {
    double[] squares = new double[201];
    Arrays.setAll(squares, i -> 200 - i);
    double[] kept = PerceptualPathLength.kept(squares);
    assertThat(kept).hasSize(197);
    assertThat(kept[0]).isEqualTo(2);
    assertThat(kept[196]).isEqualTo(198);
  }

  @Test
  void the_same_seed_gives_the_same_number_and_nothing_native_is_left() {
    Estimate once = of(drawing(1), 120, 1);
    long before = Backend.livePointers();
    assertThat(of(drawing(1), 120, 1)).isEqualTo(once);
    assertThat(of(drawing(1), 120, 2)).isNotEqualTo(once);
    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void points_on_the_arc_are_those_of_the_interpolation() {
    float[] a = {1, 2, -0.5f};
    float[] b = {0.3f, -1, 2};
    Points way = Interpolation.spherical(a, b, 5);
    for (int i = 0; i < 5; i++) {
      assertThat(Interpolation.sphericalAt(a, b, i / 4.0))
          .containsExactly(way.row(i), within(1e-6f));
    }
    assertThat(Interpolation.sphericalAt(a, a, 0.3)).containsExactly(a, within(1e-6f));
  }

  @Test
  void progress_is_told_of_pairs() {
    List<String> told = new ArrayList<>();
    PerceptualPathLength.of(120)
        .of(
            drawing(1),
            Range.ZERO_TO_ONE,
            Device.CPU,
            PIXELS,
            1,
            (task, done, mean) -> told.add(task.name() + " " + done + "/" + task.most()));
    assertThat(told).containsExactly("ppl 50/120", "ppl 100/120", "ppl 120/120");
  }

  @Test
  void too_few_pairs_and_steps_that_are_none_are_refused() {
    assertThatThrownBy(() -> PerceptualPathLength.of(99))
        .isInstanceOf(UsageException.class)
        .hasMessage("ppl: expected at least 100 pairs, got 99");
    assertThatThrownBy(() -> new PerceptualPathLength(100, 0))
        .hasMessage("ppl: step must be above 0 and below 1, got 0.0");
  }
}
