package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.nn.Architecture;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Dense;
import dev.figment.nn.Layer;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StepThreadsTest {
  @Test
  void small_dense_networks_take_one_thread() {
    assertThat(isSmall(32, Shape.vector(784), new Dense(150))).isTrue();
  }

  @Test
  void large_batches_and_large_layers_take_more() {
    assertThat(isSmall(4096, Shape.vector(784), new Dense(150))).isFalse();
    assertThat(isSmall(32, Shape.vector(4096), new Dense(2048))).isFalse();
  }

  @Test
  void convolutions_take_more_however_small_they_are() {
    assertThat(isSmall(1, Shape.image(4, 4, 1), new Conv2d(1, 3, 1, Padding.SAME))).isFalse();
  }

  private static boolean isSmall(int batch, Shape input, Layer layer) {
    Architecture tested = new Architecture("tested", input, List.of(layer));
    try (Network network = tested.create(RandomStream.named("init", 1), Device.CPU)) {
      return StepThreads.isSmall(List.of(network), batch);
    }
  }
}
