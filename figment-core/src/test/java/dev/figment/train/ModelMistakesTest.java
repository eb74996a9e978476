package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.Batches;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Objective;
import dev.figment.model.Phase;
import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Linear;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.optim.Sgd;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who writes a model can get wrong is said in a sentence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelMistakesTest {
  private static final ImageSet SET =
      ImageSet.ofFloats("four", Shape.vector(2), List.of(), new int[4], new float[8]);

  /** Networks with these names, a phase of each, and a state. */
  private record Written(List<Network> networks, List<Phase> phases, Map<String, Tensor> state)
      implements Model {}

  private static Network network(String name) {
    return new Architecture(name, Shape.vector(2), List.of(new Dense(2)))
        .create(RandomStream.named("init", 1), Device.CPU);
  }

  private static Objective mean(Network network) {
    return batch -> Losses.of(network.apply(batch.examples(), Pass.inference()).square().mean());
  }

  private static TrainingState state(Model model) {
    Batches batches = new Batches(SET, Range.ZERO_TO_ONE, 2, 1, Device.CPU);
    Clock clock = new Clock(TrainRecipe.ofBatch(2).withSteps(3L), 4);
    return TrainingState.atStart(model, new RandomStreams(1), batches, clock, 1);
  }

  private static void refused(Model model, String message) {
    try (model) {
      assertThatThrownBy(() -> state(model)).isInstanceOf(UsageException.class).hasMessage(message);
    }
  }

  private static Phase phase(String name, Network network) {
    return Phase.of(name, mean(network), network.parameters(), new Adam(0.1));
  }

  @Test
  void two_networks_of_one_name() {
    Network first = network("net");
    Network second = network("net");
    refused(
        new Written(List.of(first, second), List.of(phase("a", first)), Map.of()),
        "networks: expected each name once, got net twice. Name one of them otherwise.");
    second.close();
  }

  @Test
  void two_optimizers_of_one_phase_name() {
    Network net = network("net");
    refused(
        new Written(List.of(net), List.of(phase("a", net), phase("a", net)), Map.of()),
        "phase a: expected phases of one name to share an optimizer, got two optimizers, one of"
            + " which a checkpoint would lose. Name one of the phases otherwise.");
  }

  @Test
  void a_state_of_the_name_that_an_optimizers_has_and_one_of_a_single_word() {
    Network net = network("net");
    try (Tensor one = Tensor.zeros(1)) {
      refused(
          new Written(List.of(net), List.of(phase("a", net)), Map.of("a.mean", one)),
          "state a.mean: expected each name once, got it of the model and of an optimizer. Name the"
              + " model's otherwise.");
      Network other = network("net");
      refused(
          new Written(List.of(other), List.of(phase("a", other)), Map.of("mean", one)),
          "state mean: expected a name of two words, as in generator.history");
    }
  }

  @Test
  void a_loss_of_more_than_one_number() {
    Network net = network("net");
    Objective rows = batch -> Losses.of(net.apply(batch.examples(), Pass.inference()));
    Phase phase = Phase.of("rows", rows, net.parameters(), new Sgd(0.1, 0, null, null));
    try (TrainingState state = state(new Written(List.of(net), List.of(phase), Map.of()))) {
      assertThatThrownBy(() -> new Trainer(state, List.of()).run())
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "phase rows: expected a loss of one number, got float[2, 2]. Take its mean or its"
                  + " sum.");
    }
  }

  @Test
  void nothing_to_update_and_a_phase_that_never_runs() {
    Network net = network("net");
    try (Network fixed =
        new Architecture("fixed", Shape.vector(2), List.of(new Linear()))
            .create(RandomStream.named("init", 1), Device.CPU)) {
      assertThatThrownBy(() -> new Optimizer(new Adam(0.1), fixed.parameters()))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "optimizer: expected parameters to update, got none. Give the network a layer that"
                  + " learns.");
      Phase phase = phase("a", net);
      assertThatThrownBy(() -> phase.every(0))
          .hasMessage("phase a: every must be at least 1, got 0");
      phase.optimizer().close();
    }
    net.close();
  }

  /**
   * Before 0.1.0 moving averages were saved under this name; a network of one's own may have it.
   */
  @Test
  void a_network_called_average_is_saved_and_read_under_its_name(@TempDir Path folder) {
    Network net = network("averageOfMine");
    try (TrainingState state =
        state(new Written(List.of(net), List.of(phase("a", net)), Map.of()))) {
      Checkpoints checkpoints = new Checkpoints(folder);
      checkpoints.write(state, Map.of(), new Retention(2, step -> false));
      float[] saved = net.parameters().get("0.weight").toArray();
      net.parameters().get("0.weight").detached().fill(9);
      checkpoints.newest().orElseThrow().restore(state);
      assertThat(net.parameters().get("0.weight").toArray()).isEqualTo(saved);
    }
  }
}
