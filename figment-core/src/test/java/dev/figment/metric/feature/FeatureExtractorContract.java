package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.nn.Shape;
import dev.figment.tensor.Backend;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What holds of every extractor; a test class for each inherits it. */
public abstract class FeatureExtractorContract {
  /** One that is open as long as the class is tested. */
  protected abstract FeatureExtractor extractor();

  /** Images that it takes. */
  protected abstract Shape takes();

  /** Images that it refuses. */
  protected abstract Shape refuses();

  private float[] noise(int images) {
    RandomStream stream = RandomStream.named("pixels", 1);
    float[] pixels = new float[images * takes().count()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 255 * stream.nextFloat();
    }
    return pixels;
  }

  private Features features(float[] pixels) {
    int images = pixels.length / takes().count();
    try (Scope scope = Scope.open()) {
      return extractor()
          .of(Tensor.of(pixels, images, takes().channels(), takes().height(), takes().width()));
    }
  }

  @Test
  void the_same_images_have_the_same_features() {
    Features once = features(noise(5));
    Features again = features(noise(5));
    assertThat(again.vectors().values()).isEqualTo(once.vectors().values());
    assertThat(again.logits().values()).isEqualTo(once.logits().values());
  }

  @Test
  void each_image_has_a_vector_and_logits() {
    Features features = features(noise(5));
    assertThat(features.vectors().count()).isEqualTo(5);
    assertThat(features.logits().count()).isEqualTo(5);
    assertThat(features.vectors().row(0)).isNotEqualTo(features.vectors().row(1));
  }

  @Test
  void what_is_said_of_an_image_does_not_depend_on_the_others() {
    float[] all = noise(5);
    Features together = features(all);
    int size = takes().count();
    Features alone = features(Arrays.copyOfRange(all, 3 * size, 4 * size));
    float[] row = together.vectors().row(3);
    for (int i = 0; i < row.length; i++) {
      assertThat(alone.vectors().values()[i]).isCloseTo(row[i], within(1e-4f));
    }
  }

  @Test
  void images_of_its_shape_are_taken_and_others_refused() {
    extractor().requireFit(takes());
    assertThatThrownBy(() -> extractor().requireFit(refuses()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected images of")
        .hasMessageContaining("got " + refuses());
  }

  @Test
  void it_has_a_kind_and_a_hash() {
    assertThat(extractor().kind()).matches("[a-z]+");
    assertThat(extractor().hash()).matches("[0-9a-f]{12,64}");
  }

  @Test
  void native_memory_stays_flat() {
    float[] pixels = noise(5);
    features(pixels);
    long before = Backend.livePointers();
    for (int i = 0; i < 20; i++) {
      features(pixels);
    }
    assertThat(Backend.livePointers()).isEqualTo(before);
  }
}
