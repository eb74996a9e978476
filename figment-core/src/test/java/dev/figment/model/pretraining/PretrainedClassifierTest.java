package dev.figment.model.pretraining;

import static dev.figment.model.pretraining.Small.RECIPE;
import static dev.figment.model.pretraining.Small.SET;
import static dev.figment.model.pretraining.Small.model;
import static dev.figment.model.pretraining.Small.network;
import static dev.figment.model.pretraining.Small.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.data.Batch;
import dev.figment.data.Range;
import dev.figment.model.Losses;
import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Twelve steps an epoch: two epochs of pretraining, one frozen, then tuning. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PretrainedClassifierTest {
  private static final int EPOCH = 12;
  private static final int ENCODER = 3;

  private static Batch batch() {
    return Batch.of(SET, Range.ZERO_TO_ONE, 0, 20, Device.CPU);
  }

  private static TrainingPosition position(int step) {
    return new TrainingPosition(step, (double) step / EPOCH, 0);
  }

  /** As the trainer steps. */
  private static void steps(PretrainedClassifier model, int from, int to) {
    for (int step = from; step < to; step++) {
      try (Scope scope = Scope.open()) {
        for (Phase phase : model.phases()) {
          for (int i = 0; i < phase.timesAt(position(step)); i++) {
            Losses losses = phase.objective().of(batch());
            phase.optimizer().step(Gradients.of(losses.total(), phase.parameters().tensors()));
          }
        }
      }
      advance(model, step + 1);
    }
  }

  private static List<String> phasesAt(PretrainedClassifier model, int step) {
    return model.phases().stream()
        .filter(phase -> phase.timesAt(position(step)) > 0)
        .map(Phase::name)
        .toList();
  }

  @Test
  void parts_of_the_training_follow_one_another() {
    try (PretrainedClassifier model = model(RECIPE)) {
      assertThat(phasesAt(model, 0)).containsExactly("autoencoder");
      assertThat(phasesAt(model, 2 * EPOCH - 1)).containsExactly("autoencoder");
      assertThat(phasesAt(model, 2 * EPOCH)).containsExactly("frozen", "scratch");
      assertThat(phasesAt(model, 3 * EPOCH - 1)).containsExactly("frozen", "scratch");
      assertThat(phasesAt(model, 3 * EPOCH)).containsExactly("fineTuned", "scratch");
      assertThat(phasesAt(model, 1000 * EPOCH)).containsExactly("fineTuned", "scratch");
    }
  }

  @Test
  void pretraining_leaves_classifiers_alone() {
    try (PretrainedClassifier model = model(RECIPE)) {
      String pretrained = numbers(network(model, "pretrained1"));
      String scratch = numbers(network(model, "scratch2"));
      String encoder = numbers(network(model, "encoder"));
      steps(model, 0, 2 * EPOCH - 1);
      assertThat(numbers(network(model, "encoder"))).isNotEqualTo(encoder);
      assertThat(numbers(network(model, "pretrained1"))).isEqualTo(pretrained);
      assertThat(numbers(network(model, "scratch2"))).isEqualTo(scratch);
    }
  }

  @Test
  void the_encoder_is_handed_over_before_the_first_step_after_pretraining() {
    try (PretrainedClassifier model = model(RECIPE)) {
      Network one = network(model, "pretrained1");
      steps(model, 0, 2 * EPOCH - 1);
      assertThat(numbers(one, 0, ENCODER)).isNotEqualTo(numbers(network(model, "encoder")));
      steps(model, 2 * EPOCH - 1, 2 * EPOCH);
      String learned = numbers(network(model, "encoder"));
      assertThat(numbers(one, 0, ENCODER)).isEqualTo(learned);
      assertThat(numbers(network(model, "pretrained2"), 0, ENCODER)).isEqualTo(learned);
      assertThat(numbers(network(model, "scratch1"), 0, ENCODER)).isNotEqualTo(learned);
    }
  }

  @Test
  void while_the_encoder_is_frozen_only_heads_move() {
    try (PretrainedClassifier model = model(RECIPE)) {
      steps(model, 0, 2 * EPOCH + 1);
      String encoder = numbers(network(model, "encoder"));
      Network one = network(model, "pretrained1");
      String head = numbers(one, ENCODER, 5);
      String scratch = numbers(network(model, "scratch1"), 0, ENCODER);
      steps(model, 2 * EPOCH + 1, 3 * EPOCH);
      assertThat(numbers(one, 0, ENCODER)).isEqualTo(encoder);
      assertThat(numbers(one, ENCODER, 5)).isNotEqualTo(head);
      assertThat(numbers(network(model, "scratch1"), 0, ENCODER)).isNotEqualTo(scratch);
    }
  }

  @Test
  void tuning_moves_all_of_the_classifier_and_not_the_autoencoder() {
    try (PretrainedClassifier model = model(RECIPE)) {
      steps(model, 0, 3 * EPOCH);
      String encoder = numbers(network(model, "encoder"));
      steps(model, 3 * EPOCH, 3 * EPOCH + 1);
      assertThat(numbers(network(model, "encoder"))).isEqualTo(encoder);
      assertThat(numbers(network(model, "pretrained1"), 0, ENCODER)).isNotEqualTo(encoder);
    }
  }

  @Test
  void a_seed_learns_as_if_alone() {
    String noDropout = RECIPE.replace("{dropout: 0.2}, ", "");
    try (PretrainedClassifier two = model(noDropout);
        PretrainedClassifier one = model(noDropout.replace("seeds: 2", "seeds: 1"))) {
      steps(two, 0, 4 * EPOCH);
      steps(one, 0, 4 * EPOCH);
      for (String name : List.of("pretrained1", "scratch1")) {
        assertThat(numbers(network(two, name))).isEqualTo(numbers(network(one, name)));
      }
    }
  }

  @Test
  void seeds_have_first_weights_and_outcomes_of_their_own() {
    try (PretrainedClassifier model = model(RECIPE)) {
      Network one = network(model, "pretrained1");
      Network two = network(model, "pretrained2");
      assertThat(numbers(one, ENCODER, 5)).isNotEqualTo(numbers(two, ENCODER, 5));
      steps(model, 0, 4 * EPOCH);
      assertThat(numbers(one, ENCODER, 5)).isNotEqualTo(numbers(two, ENCODER, 5));
    }
  }

  @Test
  void a_final_softmax_is_folded_into_the_loss() {
    String linear = RECIPE.replace("{units: 2, activation: softmax}", "2");
    try (PretrainedClassifier one = model(RECIPE);
        PretrainedClassifier other = model(linear)) {
      steps(one, 0, 4 * EPOCH);
      steps(other, 0, 4 * EPOCH);
      assertThat(numbers(network(one, "scratch1"))).isEqualTo(numbers(network(other, "scratch1")));
    }
  }

  private static Map<String, Tensor> validate(PretrainedClassifier model) {
    return model.validate(batch(), null);
  }

  private static void advance(PretrainedClassifier model, int step) {
    model.advance(position(step), position(step));
  }

  @Test
  void accuracies_are_named_for_the_part_of_the_training() {
    try (Scope scope = Scope.open();
        PretrainedClassifier model = model(RECIPE)) {
      assertThat(validate(model)).containsOnlyKeys("mse");
      advance(model, 2 * EPOCH);
      assertThat(validate(model)).containsOnlyKeys("mse");
      advance(model, 3 * EPOCH);
      assertThat(validate(model))
          .containsOnlyKeys(
              "mse",
              "accuracy/frozen",
              "seed1/accuracy/frozen",
              "seed2/accuracy/frozen",
              "accuracy/scratch",
              "seed1/accuracy/scratch",
              "seed2/accuracy/scratch");
      advance(model, 3 * EPOCH + 1);
      assertThat(validate(model)).containsKeys("accuracy/fineTuned", "seed1/accuracy/fineTuned");
    }
  }

  @Test
  void of_examples_without_labels_only_reconstructions_are_measured() {
    try (Scope scope = Scope.open();
        PretrainedClassifier model = model(RECIPE)) {
      Batch unlabeled = new Batch(batch().examples(), null, 20);
      assertThat(model.validate(unlabeled, null)).containsOnlyKeys("mse");
    }
  }

  @Test
  void accuracy_is_how_often_the_largest_number_is_that_of_the_class() {
    try (Scope scope = Scope.open();
        PretrainedClassifier model = model(RECIPE)) {
      advance(model, 3 * EPOCH);
      double sum = 0;
      for (int seed = 1; seed <= 2; seed++) {
        double hits = hits(network(model, "scratch" + seed));
        sum += hits / 2;
        assertThat(validate(model).get("seed%d/accuracy/scratch".formatted(seed)).mean().item())
            .isCloseTo(hits, within(1e-6));
      }
      assertThat(validate(model).get("accuracy/scratch").mean().item())
          .isCloseTo(sum, within(1e-6));
    }
  }

  private static double hits(Network classifier) {
    float[] outputs = classifier.apply(batch().examples(), Pass.inference()).toArray();
    int hits = 0;
    for (int i = 0; i < 20; i++) {
      int told = outputs[2 * i + 1] > outputs[2 * i] ? 1 : 0;
      hits += told == SET.label(i) ? 1 : 0;
    }
    return hits / 20.0;
  }

  @Test
  void it_learns_to_tell_what_it_has_not_seen() {
    try (Scope scope = Scope.open();
        PretrainedClassifier model = model(RECIPE)) {
      steps(model, 0, 6 * EPOCH);
      assertThat(validate(model).get("accuracy/fineTuned").mean().item()).isGreaterThan(0.9);
      assertThat(validate(model).get("accuracy/scratch").mean().item()).isGreaterThan(0.9);
    }
  }

  @Test
  void made_to_be_used_it_needs_no_examples() {
    try (Scope scope = Scope.open();
        PretrainedClassifier model =
            (PretrainedClassifier) Small.recipe(RECIPE).create(Small.setup(null))) {
      Tensor z = model.encode(batch().examples(), null);
      assertThat(z.shape()).containsExactly(20, 3);
      assertThat(model.latentSize()).isEqualTo(3);
      assertThat(model.decode(z, null).shape()).containsExactly(20, 4);
      assertThat(model.abilities()).isEqualTo("reconstruct, encode, interpolate, map and anomaly");
    }
  }
}
