package dev.figment.model.autoencoder;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.FigmentException;
import dev.figment.data.Batch;
import dev.figment.data.ExampleForm;
import dev.figment.data.Range;
import dev.figment.model.Losses;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.nn.Network;
import dev.figment.nn.Shape;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AutoencoderTest {
  private static final int BATCH = 8;
  private static final ExampleForm VECTORS = ExampleForm.of(Shape.vector(6));
  private static final String LAYERWISE =
      """
      autoencoder:
        encoder: [{dense: {units: 5, activation: selu}}, {dense: {units: 3, activation: selu}}, {dense: 2}]
        decoder: [{dense: {units: 3, activation: selu}}, {dense: {units: 5, activation: selu}}, {dense: 6}]
        loss: meanSquaredError
        layerwise: {epochs: 2, optimizer: {sgd: 0.1}}
        optimizer: {sgd: 0.1}
      """;

  private static Autoencoder model(String yaml) {
    ModelRecipe recipe = RecipeText.read(yaml, ModelRecipe.class);
    return (Autoencoder)
        recipe.create(new ModelContext(VECTORS, BATCH, new RandomStreams(1), Device.CPU));
  }

  private static String simple(String encoder, String decoder) {
    return """
    autoencoder:
      encoder: [%s]
      decoder: [%s]
      loss: meanSquaredError
      optimizer: {sgd: 0.1}
    """
        .formatted(encoder, decoder);
  }

  private static Batch batch() {
    return new Batch(Noise.uniform(RandomStream.named("x", 1), 0, 1, BATCH, 6), null, BATCH);
  }

  private static void run(Phase phase) {
    Losses losses = phase.objective().of(batch());
    phase.optimizer().step(Gradients.of(losses.total(), phase.parameters().tensors()));
  }

  private static Map<String, String> weights(Autoencoder model) {
    Map<String, String> weights = new TreeMap<>();
    for (Network network : model.networks()) {
      network
          .parameters()
          .byName()
          .forEach(
              (name, tensor) ->
                  weights.put(
                      network.architecture().name() + "." + name,
                      Arrays.toString(tensor.toArray())));
    }
    return weights;
  }

  @ParameterizedTest
  @CsvSource({
    "0, pair1, 'decoder.2.bias, decoder.2.weight, encoder.0.bias, encoder.0.weight'",
    "1, pair2, 'decoder.1.bias, decoder.1.weight, encoder.1.bias, encoder.1.weight'",
    "2, pair3, 'decoder.0.bias, decoder.0.weight, encoder.2.bias, encoder.2.weight'"
  })
  void each_phase_of_layer_wise_training_moves_its_pair_and_freezes_the_rest(
      int number, String name, String moved) {
    try (Scope scope = Scope.open();
        Autoencoder model = model(LAYERWISE)) {
      Phase phase = model.phases().get(number);
      Map<String, String> before = weights(model);
      run(phase);
      Map<String, String> after = weights(model);
      assertThat(phase.name()).isEqualTo(name);
      assertThat(after.keySet().stream().filter(each -> !after.get(each).equals(before.get(each))))
          .containsExactly(moved.split(", "));
    }
  }

  @Test
  void pairs_learn_one_after_the_other_and_then_the_whole() {
    try (Autoencoder model = model(LAYERWISE)) {
      for (double epoch : new double[] {0, 1.9, 2, 3.9, 4, 5.9, 6, 100}) {
        List<String> due =
            model.phases().stream()
                .filter(phase -> phase.timesAt(new TrainingPosition(7, epoch, 0)) > 0)
                .map(Phase::name)
                .toList();
        String expected = epoch < 6 ? "pair" + (int) (epoch / 2 + 1) : "autoencoder";
        assertThat(due).as("epoch %s", epoch).containsExactly(expected);
      }
      run(model.phases().get(3));
    }
  }

  @Test
  void inner_pairs_reconstruct_what_the_outer_layers_make() {
    try (Scope scope = Scope.open();
        Autoencoder model = model(LAYERWISE)) {
      Network encoder = model.networks().get(0);
      Network decoder = model.networks().get(1);
      var pass = dev.figment.nn.Pass.inference();
      Tensor activities = encoder.applyPart(0, 1, batch().examples(), pass);
      Tensor coded = encoder.applyPart(1, 2, activities, pass);
      Tensor made = decoder.applyPart(1, 2, coded, pass);
      double expected = made.minus(activities).square().mean().item();
      double loss = model.phases().get(1).objective().of(batch()).total().item();
      assertThat(loss).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  /** Against the same network untied, with the transposed kernel copied into its decoder. */
  @Test
  void a_tied_kernel_is_one_tensor_whose_gradient_is_the_sum_of_both_uses() {
    String encoder = "{dense: {units: 4, activation: tanh}}";
    try (Scope scope = Scope.open();
        Autoencoder tied = model(simple(encoder, "{denseTranspose: {units: 6, of: 0}}"));
        Autoencoder untied = model(simple(encoder, "{dense: 6}"))) {
      assertThat(tied.networks().get(1).parameters().byName()).containsOnlyKeys("0.bias");
      Tensor kernel = tied.networks().get(0).parameters().get("0.weight");
      Tensor copied = untied.networks().get(1).parameters().get("0.weight");
      try (Gradients.Paused paused = Gradients.pause()) {
        untied.networks().get(0).parameters().get("0.weight").copyFrom(kernel);
        copied.copyFrom(kernel.permute(1, 0));
      }
      Tensor once = loss(tied);
      Tensor both = loss(untied);
      assertClose("loss", once, (float) both.item());
      List<Tensor> parts =
          Gradients.of(
              both, List.of(untied.networks().get(0).parameters().get("0.weight"), copied));
      Tensor sum = parts.get(0).plus(parts.get(1).permute(1, 0));
      assertClose("gradient", Gradients.of(once, List.of(kernel)).get(0), sum.toArray());
    }
  }

  private static Tensor loss(Autoencoder model) {
    return model.phases().get(0).objective().of(batch()).total();
  }

  @Test
  void noise_at_the_entrance_is_for_training_and_the_clean_example_is_the_goal() {
    try (Scope scope = Scope.open();
        Autoencoder model = model(simple("{dropout: 0.5}, {dense: 6}", "{dense: 6}"))) {
      Tensor x = batch().examples();
      assertThat(model.encode(x, null).toArray()).isEqualTo(model.encode(x, null).toArray());
      assertThat(loss(model).item()).isNotEqualTo(loss(model).item());
    }
  }

  @Test
  void a_sigmoid_is_folded_into_the_cross_entropy_and_stays_in_the_reconstruction() {
    String layers =
        """
        autoencoder:
          encoder: [{dense: 3}]
          decoder: [{dense: {units: 6, activation: sigmoid}}, {reshape: [6]}]
          optimizer: sgd
        """;
    try (Scope scope = Scope.open();
        Autoencoder model = model(layers)) {
      Tensor x = batch().examples();
      Tensor p = model.decode(model.encode(x, null), null);
      Tensor plain =
          x.times(p.log()).plus(x.negated().plus(1).times(p.negated().plus(1).log())).mean();
      assertClose("cross-entropy", loss(model), (float) -plain.item());
      Tensor mse = p.minus(x).square().mean(new long[] {1}, false);
      assertClose(
          "mse", model.validate(batch(), RandomStream.named("v", 1)).get("mse"), mse.toArray());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{dense: 4}| {dense: 5}|"
            + "expected the decoder to give 6, as the data is, got 5."
            + " Change its last layers, or the data's size or colors.",
        "{dense: 4}| {denseTranspose: {units: 6, of: 1}}|expected decoder/0 denseTranspose: the"
            + " number of a dense layer of the encoder, got 1. Count the encoder's layers from 0.",
        "{dense: 4}, {dense: 3}| {denseTranspose: {units: 6, of: 0}}|"
            + "expected decoder/0 denseTranspose: a layer from 4 to 6, got one from 3 to 6."
            + " It turns encoder/0 dense around."
      })
  void layers_that_do_not_fit_are_refused(String encoder, String decoder, String message) {
    ModelRecipe recipe = RecipeText.read(simple(encoder, decoder), ModelRecipe.class);
    assertThatThrownBy(() -> recipe.architectures(VECTORS))
        .isInstanceOf(FigmentException.class)
        .hasMessage(message);
  }

  @Test
  void halves_that_do_not_mirror_each_other_cannot_be_trained_in_pairs() {
    ModelRecipe recipe =
        RecipeText.read(
            LAYERWISE.replace("{dense: {units: 3, activation: selu}}, {dense: 2}", "{dense: 2}"),
            ModelRecipe.class);
    assertThatThrownBy(() -> recipe.architectures(VECTORS))
        .hasMessage(
            "expected layerwise: as many layers with parameters in the decoder as in the encoder,"
                + " 2, got 3. Let the decoder mirror the encoder, or leave layerwise out.");
  }

  @Test
  void cross_entropy_of_images_in_another_range_is_refused() {
    ModelRecipe recipe =
        RecipeText.read(
            """
            autoencoder:
              encoder: [flatten, {dense: 3}]
              decoder: [{dense: 4}, {reshape: [2, 2, 1]}]
              optimizer: sgd
            """,
            ModelRecipe.class);
    ExampleForm form = new ExampleForm(Shape.image(2, 2, 1), List.of(), Range.MINUS_ONE_TO_ONE);
    assertThatThrownBy(() -> recipe.architectures(form))
        .hasMessage(
            "autoencoder: loss: binaryCrossEntropy is for values from 0 to 1, and data.range is"
                + " minusOneToOne. Set data.range to zeroToOne, or loss to meanSquaredError.");
  }
}
