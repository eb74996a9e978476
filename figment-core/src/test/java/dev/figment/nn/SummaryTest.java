package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryTest {
  private static final Architecture GENERATOR =
      new Architecture(
          "generator",
          Shape.vector(100),
          List.of(
              new Dense(6272),
              new LeakyRelu(0.2),
              new Reshape(7, 7, 128),
              new Conv2dTranspose(128, 4, 2, Padding.SAME),
              new BatchNormalization(),
              new Conv2d(1, 7, 1, Padding.SAME).withActivation(Activation.SIGMOID)));

  /** Counted by hand: 100·6272 + 6272; 4·4·128·128 + 128; 4·128; 7·7·128 + 1. */
  @Test
  void it_prints_the_table_that_users_of_keras_know() {
    assertThat(GENERATOR.summary())
        .hasToString(
            """
            generator (input 100)
            ────────────────────────────────────────────────────────────
            layer                      output shape           parameters
            ────────────────────────────────────────────────────────────
            0 dense                    6272                      633,472
            1 leakyRelu                6272                            0
            2 reshape                  7×7×128                         0
            3 conv2dTranspose          14×14×128                 262,272
            4 batchNormalization       14×14×128                     512
            5 conv2d                   14×14×1                     6,273
            ────────────────────────────────────────────────────────────
            total parameters: 902,529
            trainable: 902,273
            not trainable: 256\
            """);
  }

  @Test
  void a_long_name_widens_the_table_and_columns_stay_in_line() {
    Architecture conditional =
        new Architecture(
            "generator",
            Shape.image(7, 7, 4),
            List.of(new ConditionalBatchNormalization(10), new LeakyRelu(0.2)));
    List<String> lines = conditional.summary().toString().lines().toList();
    assertThat(lines.subList(2, 6))
        .extracting(line -> line.indexOf("7×7×4"))
        .containsExactly(-1, -1, 32, 32);
    assertThat(lines.subList(1, 7)).extracting(String::length).containsOnly(65);
  }

  @Test
  void its_totals_are_those_of_the_network_once_made() {
    try (Network network = GENERATOR.create(RandomStream.named("init", 1), Device.CPU)) {
      assertThat(network.parameters().count()).isEqualTo(network.summary().parameters());
      assertThat(network.parameters().trainable().count()).isEqualTo(network.summary().trainable());
    }
  }

  @Test
  void a_final_sigmoid_is_folded_away_and_parameters_keep_their_names() {
    Architecture logits = GENERATOR.logits();
    assertThat(logits.layers().get(5)).isEqualTo(new Conv2d(1, 7, 1, Padding.SAME));
    assertThat(logits.parameters().stream().map(ParameterSpec::name))
        .containsExactlyElementsOf(
            GENERATOR.parameters().stream().map(ParameterSpec::name).toList());
  }

  @Test
  void a_final_softmax_is_folded_away_as_well() {
    Architecture tells = new Architecture("tells", Shape.vector(3), List.of(softmax(4)));
    assertThat(tells.logits().layers()).containsExactly(new Dense(4));
    Architecture apart =
        new Architecture("apart", Shape.vector(3), List.of(new Dense(4), new Softmax()));
    assertThat(apart.logits().layers()).containsExactly(new Dense(4), new Linear());
    Architecture inside =
        new Architecture("inside", Shape.vector(3), List.of(softmax(4), new Dense(1)));
    assertThat(inside.logits()).isEqualTo(inside);
  }

  private static Dense softmax(int units) {
    return new Dense(units, Activation.SOFTMAX);
  }
}
