package com.example.weights;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.nn.Architecture;
import dev.figment.nn.BatchDependence;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Conv2dTranspose;
import dev.figment.nn.Dense;
import dev.figment.nn.Layer;
import dev.figment.nn.MinibatchDiscrimination;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Pass;
import dev.figment.nn.Relu;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrapper can be written outside of Figment, with what is public. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WeightNormalizationTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static Architecture architecture(Shape input, Layer inside) {
    return new Architecture("outside", input, List.of(new WeightNormalization(inside)));
  }

  private static Network network(Shape input, Layer inside) {
    return architecture(input, inside).create(RandomStream.named("init", 1), Device.CPU);
  }

  private static void set(Network network, String name, float... values) {
    Tensor parameter = network.parameters().get(name);
    parameter.detached().copyFrom(Tensor.of(values, parameter.shape()));
  }

  /** v (3, 4) and (0, −2) have the lengths 5 and 2. */
  @Test
  void each_row_is_brought_to_its_own_length() {
    try (Network network = network(Shape.vector(2), new Dense(2))) {
      set(network, "0.layer.weight", 3, 4, 0, -2);
      set(network, "0.layer.bias", 0, 1);
      set(network, "0.g", 10, 0.5f);
      Tensor x = Tensor.of(new float[] {1, 2}, 1, 2);
      Tensor output = network.apply(x, Pass.inference());
      assertClose("output", output, 10 * (3 + 8) / 5f, 1 - 0.5f * 2);
    }
  }

  /** g·v/‖v‖ moves with g by v/‖v‖, and not at all with the length of v. */
  @Test
  void the_length_is_learned_apart_from_the_direction() {
    try (Network network = network(Shape.vector(2), new Dense(1))) {
      set(network, "0.layer.weight", 3, 4);
      Tensor x = Tensor.of(new float[] {1, 2}, 1, 2);
      Tensor v = network.parameters().get("0.layer.weight");
      Tensor g = network.parameters().get("0.g");
      List<Tensor> slopes = Gradients.of(network.apply(x, Pass.inference()).sum(), List.of(g, v));
      assertClose("g", slopes.get(0), 11 / 5f);
      assertThat(slopes.get(1).times(v).sum().item()).isCloseTo(0, within(1e-6));
    }
  }

  /** Of each output channel, wherever its axis is: a window of ones times a kernel of ones. */
  @Test
  void kernels_have_their_lengths_along_their_outputs() {
    Layer plain = new Conv2d(2, 3, 1, Padding.VALID);
    Layer transposed = new Conv2dTranspose(2, 3, 1, Padding.SAME);
    for (Layer inside : List.of(plain, transposed)) {
      try (Network network = network(Shape.image(3, 3, 4), inside)) {
        network.parameters().get("0.layer.weight").detached().fill(7);
        set(network, "0.g", 1, 3);
        Tensor output = network.apply(Tensor.full(1, 1, 4, 3, 3), Pass.inference());
        long middle = output.size(2) / 2;
        Tensor pixel = output.narrow(2, middle, 1).narrow(3, middle, 1);
        assertClose(inside.kind(), pixel, 36 / 6f, 3 * 36 / 6f);
      }
    }
  }

  @Test
  void what_it_holds_is_seen_through_it() {
    Architecture comparing = architecture(Shape.vector(4), new MinibatchDiscrimination(3, 2));
    assertThat(comparing.batchDependence()).isEqualTo(BatchDependence.COMPARISON);
    assertThat(comparing.summary().toString()).contains("weightNormalization");
  }

  @Test
  void a_layer_without_a_kernel_is_refused_as_figments_own_refuse_it() {
    assertThatThrownBy(() -> architecture(Shape.vector(4), new Relu()))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "outside/0 weightNormalization: expected a dense or convolutional layer inside, got"
                + " relu. Wrap dense, conv2d or conv2dTranspose.");
  }

  /** Its extension is what a library of one's own would bring. */
  public static final class Weights implements Extension {
    @Override
    public void contribute(Contributions to) {
      to.add(Layer.class, WeightNormalization.class);
    }
  }

  @Test
  void a_recipe_names_it_where_its_library_is_on_the_class_path(@TempDir Path library)
      throws IOException {
    Path services = Files.createDirectories(library.resolve("META-INF/services"));
    Files.writeString(services.resolve(Extension.class.getName()), Weights.class.getName());
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {library.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      Layer layer = new WeightNormalization(new Dense(8));
      assertThat(RecipeText.read("weightNormalization: {layer: {dense: 8}}", Layer.class))
          .isEqualTo(layer);
      assertThat(RecipeText.read(RecipeText.write(layer), Layer.class)).isEqualTo(layer);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
