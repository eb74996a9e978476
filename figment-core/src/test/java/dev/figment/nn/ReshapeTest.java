package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.MemoryLayout;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers keep the order height, width, channels, however the batch lies in memory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReshapeTest {
  private static final int EXAMPLES = 2;
  private static final int HEIGHT = 3;
  private static final int WIDTH = 4;
  private static final int CHANNELS = 5;

  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static Tensor images(boolean channelsLast) {
    Tensor images = Noise.normal(RandomStream.named("x", 1), EXAMPLES, CHANNELS, HEIGHT, WIDTH);
    return channelsLast ? images.channelsLast() : images;
  }

  private static float[] inOrder(Tensor images) {
    float[] values = images.toArray();
    float[] ordered = new float[values.length];
    int next = 0;
    for (int example = 0; example < EXAMPLES; example++) {
      for (int row = 0; row < HEIGHT; row++) {
        for (int column = 0; column < WIDTH; column++) {
          for (int channel = 0; channel < CHANNELS; channel++) {
            ordered[next++] =
                values[((example * CHANNELS + channel) * HEIGHT + row) * WIDTH + column];
          }
        }
      }
    }
    return ordered;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void flatten_writes_pixel_by_pixel(boolean channelsLast) {
    Tensor images = images(channelsLast);
    Tensor flat = new Flatten().apply(images, null, Pass.inference());
    assertThat(flat.shape()).containsExactly(EXAMPLES, HEIGHT * WIDTH * CHANNELS);
    assertThat(flat.toArray()).containsExactly(inOrder(images));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reshape_reads_pixel_by_pixel_and_undoes_flatten(boolean channelsLast) {
    Tensor images = images(channelsLast);
    Tensor flat = new Flatten().apply(images, null, Pass.inference());
    Tensor back = new Reshape(HEIGHT, WIDTH, CHANNELS).apply(flat, null, Pass.inference());
    assertThat(back.toArray()).containsExactly(images.toArray());
    assertThat(MemoryLayout.isChannelsLast(back)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_image_becomes_another_in_the_same_order(boolean channelsLast) {
    Tensor images = images(channelsLast);
    Tensor other = new Reshape(6, 2, 5).apply(images, null, Pass.inference());
    assertThat(other.shape()).containsExactly(EXAMPLES, 5, 6, 2);
    assertThat(other.permute(0, 2, 3, 1).toArray()).containsExactly(inOrder(images));
  }
}
