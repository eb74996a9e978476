package dev.figment.model.adversarial.progressive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.Batch;
import dev.figment.data.ExampleForm;
import dev.figment.model.Losses;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.model.adversarial.PairwiseDistance;
import dev.figment.nn.Architecture;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages: steps 0 to 2 at 4×4, 3 and 4 fade, 5 to 7 at 8×8, 8 and 9 fade, 16×16 from 10 on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressiveGanTest {
  private final Scope scope = Scope.open();
  private final ProgressiveGan gan = Small.gan();

  @AfterEach
  void free() {
    gan.close();
    scope.close();
  }

  private int begun;

  private void begin(int step) {
    boolean isNext = step == begun + 1;
    gan.advance(position(isNext ? begun : step), position(step));
    begun = step;
  }

  private static TrainingPosition position(int step) {
    return new TrainingPosition(step, 0, step * Small.BATCH);
  }

  private void step(int step) {
    begin(step);
    Tensor reals = Small.noise(Small.BATCH, 2, 16, 16).clamp(-1, 1).channelsLast();
    Batch batch = new Batch(reals, null, Small.BATCH);
    for (Phase phase : gan.phases()) {
      Losses losses = phase.objective().of(batch);
      phase.optimizer().step(Gradients.of(losses.total(), phase.parameters().tensors()));
    }
  }

  private Map<String, String> weights() {
    Map<String, String> weights = new TreeMap<>();
    gan.networks()
        .forEach(
            network ->
                network
                    .parameters()
                    .byName()
                    .forEach(
                        (name, value) ->
                            weights.put(
                                network.architecture().name() + "." + name,
                                Arrays.toString(value.toArray()))));
    return weights;
  }

  /** The networks of which something moves in these steps, emas left out. */
  private List<String> movedIn(int from, int to) {
    Map<String, String> before = weights();
    for (int i = from; i < to; i++) {
      step(i);
    }
    TreeSet<String> moved = new TreeSet<>();
    weights()
        .forEach(
            (name, values) -> {
              if (!values.equals(before.get(name))) {
                moved.add(block(name));
              }
            });
    moved.removeIf(name -> name.startsWith("ema"));
    return List.copyOf(moved);
  }

  /** {@code generator 8} for a layer of the trunk, else the network's name. */
  private static String block(String name) {
    String network = name.substring(0, name.indexOf('.'));
    int layer = Integer.parseInt(name.split("\\.")[1]);
    return switch (network) {
      case "generator" -> "generator " + (layer < 8 ? 4 : layer < 15 ? 8 : 16);
      case "discriminator" -> "discriminator " + (layer < 5 ? 16 : layer < 10 ? 8 : 4);
      default -> network;
    };
  }

  @Test
  void only_what_is_at_work_moves_and_all_else_stays_to_the_bit() {
    assertThat(movedIn(0, 3))
        .containsExactly("discriminator 4", "fromImage4", "generator 4", "toImage4");
    assertThat(movedIn(3, 5))
        .containsExactly(
            "discriminator 4",
            "discriminator 8",
            "fromImage4",
            "fromImage8",
            "generator 4",
            "generator 8",
            "toImage4",
            "toImage8");
    assertThat(movedIn(5, 8))
        .containsExactly(
            "discriminator 4",
            "discriminator 8",
            "fromImage8",
            "generator 4",
            "generator 8",
            "toImage8");
    assertThat(movedIn(8, 10)).contains("fromImage16", "toImage8").doesNotContain("toImage4");
    assertThat(movedIn(10, 12))
        .contains("discriminator 16", "generator 16", "generator 4")
        .doesNotContain("fromImage8", "toImage8", "fromImage4", "toImage4");
  }

  private String memory() {
    StringBuilder all = new StringBuilder();
    for (Phase phase : gan.phases()) {
      phase.optimizer().state().values().forEach(m -> all.append(m.abs().sum().item()));
    }
    return all.toString();
  }

  @Test
  void optimizers_forget_everything_where_a_stage_begins() {
    List<Long> steps = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      begin(i);
      Optimizer making = gan.phases().get(1).optimizer();
      if (making.steps() == 0) {
        assertThat(memory()).as("before step %d", i).isEqualTo("0.0".repeat(4));
      }
      step(i);
      steps.add(making.steps());
      assertThat(gan.phases().get(0).optimizer().steps()).isEqualTo(making.steps());
    }
    assertThat(steps).containsExactly(1L, 2L, 3L, 1L, 2L, 1L, 2L, 3L, 1L, 2L, 1L, 2L);
  }

  @Test
  void samples_have_the_size_of_the_data_from_the_first_step_on() {
    Tensor z = Small.noise(2, 3);
    float[] pixels = gan.sample(z, null).toArray();
    assertThat(pixels).hasSize(2 * 2 * 16 * 16);
    for (int i = 0; i < pixels.length; i++) {
      int plane = i / 256 * 256;
      int corner = plane + i % 256 / 16 / 4 * 4 * 16 + i % 16 / 4 * 4;
      assertThat(pixels[i]).isEqualTo(pixels[corner]);
    }
    begin(9);
    assertThat(gan.sample(z, null).shape()).containsExactly(2, 2, 16, 16);
  }

  @Test
  void the_average_begins_at_the_generator_and_then_lags_behind() {
    assertThat(weights().get("ema.1.layer.weight"))
        .isEqualTo(weights().get("generator.1.layer.weight"));
    step(0);
    step(1);
    assertThat(weights().get("ema.1.layer.weight"))
        .isNotEqualTo(weights().get("generator.1.layer.weight"));
    assertThat(weights().get("emaToImage16.0.layer.weight"))
        .isEqualTo(weights().get("toImage16.0.layer.weight"));
  }

  @Test
  void it_says_how_far_it_has_grown_and_what_the_penalties_are() {
    begin(4);
    Tensor reals = Small.noise(Small.BATCH, 2, 16, 16).channelsLast();
    Batch batch = new Batch(reals, null, Small.BATCH);
    Losses tells = gan.phases().get(0).objective().of(batch);
    Losses makes = gan.phases().get(1).objective().of(batch);
    assertThat(tells.statistics().keySet())
        .containsExactlyInAnyOrder(
            "loss/real",
            "loss/fake",
            "scores/real",
            "scores/fake",
            "penalty/gradientPenalty",
            "penalty/drift");
    double sum =
        tells.statistics().get("scores/fake").item()
            - tells.statistics().get("scores/real").item()
            + tells.statistics().get("penalty/gradientPenalty").item()
            + tells.statistics().get("penalty/drift").item();
    assertThat(tells.total().item()).isCloseTo(sum, org.assertj.core.api.Assertions.within(1e-4));
    assertThat(makes.statistics().get("growth/side").item()).isEqualTo(8);
    assertThat(makes.statistics().get("growth/alpha").item())
        .isCloseTo(8 / 12.0, org.assertj.core.api.Assertions.within(1e-6));
    Tensor atWork = Fade.reals(reals, new Growth(1, 8 / 12.0), 2);
    assertThat(makes.statistics().get("spread/real").item())
        .isEqualTo(PairwiseDistance.of(atWork).item());
    assertThat(makes.statistics().get("spread/fake").item()).isPositive();
  }

  private static void architectures(Shape image) {
    Small.recipe().architectures(ExampleForm.of(image));
  }

  @ParameterizedTest
  @CsvSource({"4", "8", "16", "32", "64", "128", "256", "512"})
  void a_larger_image_is_grown_to_by_more_doublings(int side) {
    Shape image = Shape.image(side, side, 3);
    int doublings = Integer.numberOfTrailingZeros(side / 4);
    Plan plan = Plan.of(ProgressiveRecipe.of(new Adam(1e-3)), ExampleForm.of(image));
    assertThat(plan.doublings()).isEqualTo(doublings);
    List<Architecture> toImages = plan.toImages("toImage");
    assertThat(plan.generator("generator").output()).isEqualTo(toImages.get(doublings).input());
    assertThat(toImages.get(doublings).output()).isEqualTo(image);
    assertThat(toImages).hasSize(doublings + 1);
    assertThat(plan.fromImages("fromImage").get(doublings).output())
        .isEqualTo(plan.discriminator("discriminator").input());
    assertThat(plan.discriminator("discriminator").output()).isEqualTo(Shape.vector(1));
  }

  @Test
  void an_image_that_it_cannot_grow_to_is_refused_with_a_size_that_it_can() {
    assertThatThrownBy(() -> architectures(Shape.image(28, 28, 1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "expected square images whose side is 4 doubled any number of times, for"
                + " progressiveGan, got 28×28×1. Set data.size: 32, or another"
                + " model.progressiveGan.start.");
    assertThatThrownBy(() -> architectures(Shape.image(16, 32, 3))).hasMessageContaining("16×32×3");
    assertThatThrownBy(() -> architectures(Shape.image(2, 2, 3))).hasMessageContaining("2×2×3");
    assertThatThrownBy(() -> architectures(Shape.vector(64))).hasMessageContaining("got 64");
  }

  @Test
  void a_batch_that_does_not_divide_into_groups_is_refused_with_those_that_do() {
    ModelContext setup = new ModelContext(Small.FORM, 5, new RandomStreams(3), Device.CPU);
    assertThatThrownBy(() -> Small.recipe().create(setup))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "train.batch with model.progressiveGan.group: expected a batch that divides into groups"
                + " of 2, got 5 examples. Batches of 4 or 6 fit, or a group that divides 5.");
    assertThatThrownBy(() -> Small.recipe().realExamples(1))
        .hasMessageContaining("Batches of 2 fit,");
  }
}
