package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.DensityModel;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NegativeLogLikelihoodTest {
  private static final Coins MODEL = Coins.LOADED;

  private static double[] nats(int samples, long seed, int part) {
    return new NegativeLogLikelihood(samples)
        .each(MODEL, Coins.examples(), seed, part, Progress.NONE);
  }

  /** The mean over all images, each as often as any other, by quadrature. */
  private static double exact() {
    return IntStream.range(0, 16).mapToDouble(i -> -MODEL.logLikelihood(Coins.pixels(i))).sum()
        / 16;
  }

  private static double overSeeds(int samples, int seeds) {
    NegativeLogLikelihood nll = new NegativeLogLikelihood(samples);
    return IntStream.range(0, seeds)
        .mapToDouble(seed -> nll.of(MODEL, Coins.examples(), seed, Progress.NONE).mean())
        .average()
        .orElseThrow();
  }

  @Test
  void the_quadrature_is_that_of_a_distribution() {
    double sum =
        IntStream.range(0, 16)
            .mapToDouble(i -> Math.exp(MODEL.logLikelihood(Coins.pixels(i))))
            .sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void many_samples_meet_the_integral_for_each_image() {
    double[] estimated = nats(20_000, 1, 2000);
    for (int i = 0; i < 16; i++) {
      assertThat(estimated[i])
          .as("image %d", i)
          .isCloseTo(-MODEL.logLikelihood(Coins.pixels(i)), within(0.02));
    }
  }

  @Test
  void one_sample_is_the_elbo_which_lies_below_the_likelihood() {
    double elbo = 0;
    for (int i = 0; i < 16; i++) {
      assertThat(MODEL.elbo(Coins.pixels(i))).isLessThan(MODEL.logLikelihood(Coins.pixels(i)));
      elbo += MODEL.elbo(Coins.pixels(i)) / 16;
    }
    assertThat(overSeeds(1, 1500)).isCloseTo(-elbo, within(0.01));
  }

  @Test
  void the_bound_tightens_with_more_samples() {
    double exact = exact();
    double looser = Double.POSITIVE_INFINITY;
    for (int samples : new int[] {1, 2, 5, 20, 200}) {
      double bound = overSeeds(samples, 200);
      assertThat(bound).as("%d samples", samples).isBetween(exact - 0.003, looser + 0.003);
      looser = bound;
    }
    assertThat(looser).isCloseTo(exact, within(0.003));
    assertThat(overSeeds(1, 200) - exact).isGreaterThan(0.03);
  }

  @Test
  void the_parts_in_which_samples_come_change_nothing() {
    assertThat(nats(200, 3, 1)).isEqualTo(nats(200, 3, 200)).isEqualTo(nats(200, 3, 7));
  }

  @Test
  void an_example_has_the_same_number_whoever_else_is_there() {
    Examples first = new Examples(Coins.images().only(0, 1), Range.ZERO_TO_ONE, Device.CPU);
    double[] few = new NegativeLogLikelihood(5).each(MODEL, first, 2, 2000, Progress.NONE);
    assertThat(few).containsExactly(nats(5, 2, 2000)[0], nats(5, 2, 2000)[1]);
  }

  @Test
  void with_the_true_posterior_one_sample_is_enough() {
    // x = z + noise, both standard normal: z given x is N(x/2, 1/2), and x is N(0, 2)
    DensityModel exact =
        (batch, samples, streams) -> {
          float x = batch.examples().toArray()[0];
          double z = x / 2 + Math.sqrt(0.5) * streams.get(0).nextGaussian();
          double log =
              Coins.logNormal(x, z, 1)
                  + Coins.logNormal(z, 0, 1)
                  - Coins.logNormal(z, x / 2, Math.sqrt(0.5));
          return Tensor.of(new float[] {(float) log}, 1, 1);
        };
    ImageSet one =
        ImageSet.ofFloats("one", Shape.vector(1), List.of(), new int[2], new float[] {1.5f, -3});
    double[] nats =
        new NegativeLogLikelihood(1)
            .each(exact, new Examples(one, Range.ZERO_TO_ONE, Device.CPU), 1, 1, Progress.NONE);
    assertThat(nats[0]).isCloseTo(-Coins.logNormal(1.5, 0, Math.sqrt(2)), within(1e-6));
    assertThat(nats[1]).isCloseTo(-Coins.logNormal(-3, 0, Math.sqrt(2)), within(1e-6));
  }

  /** How many examples and samples a model is asked for at once, for images of this side. */
  private static List<String> parts(int examples, int samples, int side) {
    List<String> asked = new ArrayList<>();
    DensityModel model =
        (batch, now, streams) -> {
          asked.add(batch.size() + "×" + now);
          return Tensor.full(-1e4, batch.size(), now);
        };
    ImageSet images =
        ImageSet.ofBytes(
            "images",
            Shape.image(side, side, 1),
            List.of(),
            new int[examples],
            new byte[examples * side * side]);
    Estimate estimate =
        new NegativeLogLikelihood(samples)
            .of(model, new Examples(images, Range.ZERO_TO_ONE, Device.CPU), 1, Progress.NONE);
    assertThat(estimate.mean()).isCloseTo(1e4, within(1e-6));
    return asked;
  }

  @Test
  void examples_and_samples_are_decoded_in_parts_that_memory_holds() {
    assertThat(parts(2, 5000, 28))
        .containsExactly("1×2000", "1×2000", "1×1000", "1×2000", "1×2000", "1×1000");
    assertThat(parts(23, 200, 28)).containsExactly("10×200", "10×200", "3×200");
    assertThat(parts(1, 500, 100)).containsExactly("1×200", "1×200", "1×100");
    assertThat(parts(3, 2, 2000)).containsExactly("1×1", "1×1", "1×1", "1×1", "1×1", "1×1");
  }

  @Test
  void progress_is_told_of_examples_and_of_their_mean_so_far() {
    List<String> told = new ArrayList<>();
    double[] nats =
        new NegativeLogLikelihood(5)
            .each(
                MODEL,
                Coins.examples(),
                1,
                35,
                (task, done, mean) ->
                    told.add("%s %d/%d %.4f".formatted(task.name(), done, task.most(), mean)));
    assertThat(told)
        .containsExactly(
            "nll-5 7/16 %.4f".formatted(Arrays.stream(nats, 0, 7).average().orElseThrow()),
            "nll-5 14/16 %.4f".formatted(Arrays.stream(nats, 0, 14).average().orElseThrow()),
            "nll-5 16/16 %.4f".formatted(Arrays.stream(nats).average().orElseThrow()));
  }

  @Test
  void no_samples_are_refused() {
    assertThatThrownBy(() -> new NegativeLogLikelihood(0))
        .isInstanceOf(UsageException.class)
        .hasMessage("nll: samples must be at least 1, got 0");
  }
}
