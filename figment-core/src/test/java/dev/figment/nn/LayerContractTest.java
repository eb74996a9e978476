package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.catalogue.Catalogue;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.MemoryLayout;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of layer promises, whatever it computes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LayerContractTest {
  static List<LayerCase> cases() {
    return LayerCase.all();
  }

  @Test
  void every_kind_has_a_case() {
    Set<String> covered = new TreeSet<>();
    cases().forEach(each -> covered.add(each.layer().kind()));
    assertThat(covered).isEqualTo(Catalogue.ofRecords(Layer.class).byName().keySet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_recipe_calls_it_by_its_kind(LayerCase each) {
    assertThat(Catalogue.ofRecords(Layer.class).byName())
        .containsEntry(each.layer().kind(), each.layer().getClass());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_inferred_shape_is_the_one_that_the_engine_returns(LayerCase each) {
    for (boolean training : new boolean[] {true, false}) {
      try (Scope scope = Scope.open();
          Network network = network(each)) {
        Tensor output = network.apply(batch(3, each.input()), pass(training));
        assertThat(output.shape())
            .as("in training: " + training)
            .containsExactly(asBatch(3, network.output()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_declared_parameters_are_the_ones_made_and_all_are_used(LayerCase each) {
    List<ParameterSpec> declared = each.layer().parameters(each.input());
    try (Scope scope = Scope.open();
        Network network = network(each)) {
      var made = network.parameters().byName();
      assertThat(made.keySet())
          .containsExactlyElementsOf(declared.stream().map(spec -> "0." + spec.name()).toList());
      declared.forEach(
          spec -> assertThat(made.get("0." + spec.name()).shape()).containsExactly(spec.shape()));
      assertAllUsed(network, batch(3, each.input()));
    }
  }

  private static void assertAllUsed(Network network, Tensor x) {
    Tensor loss = network.apply(x, pass(true)).square().sum();
    network
        .parameters()
        .trainable()
        .byName()
        .forEach(
            (name, weight) ->
                assertThat(
                        Gradients.differentiable(loss, List.of(weight)).get(0).abs().sum().item())
                    .as("gradient of " + name)
                    .isPositive());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_a_recipe_writes_it_reads_back_equal(LayerCase each) {
    assertThat(RecipeText.read(RecipeText.write(each.layer()), Layer.class))
        .isEqualTo(each.layer());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void in_use_it_gives_the_same_each_time_and_asks_for_no_penalty(LayerCase each) {
    try (Scope scope = Scope.open();
        Network network = network(each)) {
      Tensor x = batch(3, each.input());
      Pass pass = pass(false);
      float[] once = network.apply(x, pass).toArray();
      assertThat(network.apply(x, pass).toArray()).containsExactly(once);
      assertThat(pass.penalties()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void image_batches_leave_it_channels_last_in_memory(LayerCase each) {
    try (Scope scope = Scope.open();
        Network network = network(each)) {
      Tensor output = network.apply(batch(3, each.input()), pass(false));
      if (network.output().isImage()) {
        assertThat(MemoryLayout.isChannelsLast(output)).isTrue();
      }
    }
  }

  private static Network network(LayerCase each) {
    Network network =
        new Architecture("tested", each.input(), List.of(each.layer()))
            .create(RandomStream.named("init", 1), Device.CPU);
    return each.layer() instanceof DenseTranspose tied
        ? network.borrowing(0, DenseTranspose.KERNEL, kernel(each.input().count(), tied.units()))
        : network;
  }

  /** What an encoder would lend. */
  private static Tensor kernel(int inputs, int units) {
    return Noise.uniform(RandomStream.named("kernel", 1), -1, 1, inputs, units);
  }

  /**
   * With the classes and times of three examples, and two of them a reference, for layers that look
   * at that.
   */
  private static Pass pass(boolean training) {
    Pass pass = training ? Pass.training(RandomStream.named("dropout", 1)) : Pass.inference();
    return pass.with(SideInput.CLASSES, Tensor.ofLongs(new long[] {0, 1, 1}, 3))
        .with(SideInput.TIME, Tensor.of(new float[] {0, 0.3f, 1}, 3))
        .with(SideInput.REFERENCE, 2);
  }

  /** Uniform in [0, 1), which are class numbers too; images channels last in memory. */
  private static Tensor batch(int examples, Shape shape) {
    long[] channelsLast = new long[shape.rank() + 1];
    channelsLast[0] = examples;
    Arrays.setAll(channelsLast, i -> i == 0 ? examples : shape.size(i - 1));
    Tensor batch = Noise.uniform(RandomStream.named("x", 1), 0, 1, channelsLast);
    return shape.isImage() ? batch.permute(0, 3, 1, 2) : batch;
  }

  private static long[] asBatch(int examples, Shape shape) {
    return shape.isImage()
        ? new long[] {examples, shape.channels(), shape.height(), shape.width()}
        : Arrays.stream(new int[][] {{examples}, shape.sizes()})
            .flatMapToInt(Arrays::stream)
            .asLongStream()
            .toArray();
  }
}
