package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch of another shape than a network is for ends in a sentence, not in the engine's words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NetworkTest {
  private static final String REMEDY = " Reshape the batch, or give the network another input.";

  private static Network network(Shape input, Layer... layers) {
    return new Architecture("generator", input, List.of(layers))
        .create(RandomStream.named("init", 1), Device.CPU);
  }

  private static long[] sizes(String text) {
    return List.of(text.split("x")).stream().mapToLong(Long::parseLong).toArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8x6x3|4x3x6x8|8×6×3 as (examples, 3, 8, 6)|float[4, 3, 6, 8]",
        "8x6x3|4x8x6x3|8×6×3 as (examples, 3, 8, 6)|float[4, 8, 6, 3]",
        "8x6x3|3x8x6|8×6×3 as (examples, 3, 8, 6)|float[3, 8, 6]",
        "5x3|4x3x5|5×3 as (examples, 5, 3)|float[4, 3, 5]",
        "12|4x13|12 as (examples, 12)|float[4, 13]",
        "12|12|12 as (examples, 12)|float[12]",
      })
  void a_batch_of_another_shape_is_refused(
      String input, String batch, String expected, String got) {
    int[] shape = List.of(input.split("x")).stream().mapToInt(Integer::parseInt).toArray();
    try (Scope scope = Scope.open();
        Network network = network(Shape.of(shape), new Relu())) {
      Tensor x = Tensor.zeros(sizes(batch));
      assertThatThrownBy(() -> network.apply(x, Pass.inference()))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              "generator: expected a batch of %s, got %s.%s".formatted(expected, got, REMEDY))
          .extracting("exitCode", InstanceOfAssertFactories.type(ExitCode.class))
          .isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void from_a_layer_in_the_middle_on_the_batch_is_what_that_layer_takes() {
    try (Scope scope = Scope.open();
        Network network = network(Shape.vector(4), new Dense(3), new Tanh(), new Dense(2))) {
      assertThat(network.applyPart(2, 3, Tensor.zeros(5, 3), Pass.inference()).shape())
          .containsExactly(5, 2);
      assertThatThrownBy(() -> network.applyPart(2, 3, Tensor.zeros(5, 4), Pass.inference()))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              "generator/2 dense: expected a batch of 3 as (examples, 3), got float[5, 4]."
                  + REMEDY);
    }
  }

  @Test
  void where_no_layer_runs_the_batch_is_left_as_it_is() {
    try (Scope scope = Scope.open();
        Network network = network(Shape.vector(4), new Dense(3))) {
      Tensor x = Tensor.zeros(5, 7);
      assertThat(network.applyPart(1, 1, x, Pass.inference())).isSameAs(x);
    }
  }

  @Test
  void class_numbers_and_batches_of_any_size_are_taken() {
    try (Scope scope = Scope.open();
        Network network = network(Shape.vector(1), new Embedding(3, 2))) {
      Tensor classes = Tensor.ofLongs(new long[] {0, 2, 1}, 3, 1);
      assertThat(network.apply(classes, Pass.inference()).shape()).containsExactly(3, 2);
    }
  }

  @Test
  void an_observer_hears_of_each_layer_in_those_that_share_its_parameters_too() {
    List<String> heard = new ArrayList<>();
    try (Scope scope = Scope.open();
        Network network = network(Shape.vector(3), new Dense(2), new Sigmoid())) {
      Network logits = network.logits();
      network.observe(
          new LayerObserver() {
            @Override
            public void before(AppliedLayer layer, Tensor x) {
              heard.add(layer.place() + " takes " + x);
            }

            @Override
            public void after(AppliedLayer layer, Tensor x, Tensor y) {
              heard.add("gives " + y);
            }
          });
      logits.apply(Tensor.zeros(4, 3), Pass.inference());
      network.observe(null);
      network.apply(Tensor.zeros(4, 3), Pass.inference());
    }
    assertThat(heard)
        .containsExactly(
            "generator/0 dense takes float[4, 3]",
            "gives float[4, 2]",
            "generator/1 linear takes float[4, 2]",
            "gives float[4, 2]");
  }

  @Test
  void what_lies_between_two_layers_is_given_back_at_once() {
    try (Scope scope = Scope.open();
        Network one = network(Shape.vector(12), new Softplus());
        Network many =
            network(
                Shape.vector(12), new Softplus(), new Dropout(0.5), new Softplus(), new Tanh())) {
      Tensor x = Tensor.zeros(4, 12).differentiable();
      assertThat(pointers(many, x)).isEqualTo(pointers(one, x));
    }
  }

  private static long pointers(Network network, Tensor x) {
    network.apply(x, Pass.training(RandomStream.named("dropout", 1)));
    long before = Backend.livePointers();
    network.apply(x, Pass.training(RandomStream.named("dropout", 1)));
    return Backend.livePointers() - before;
  }
}
