package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import dev.figment.tensor.Backend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeatureExtractionTest {
  private static final Shape SHAPE = Shape.image(1, 3, 2);

  private final PixelExtractor extractor = new PixelExtractor("1");

  @Test
  void an_extractor_gets_pixels_channel_by_channel_from_0_to_255() {
    ImageSet set = PixelExtractor.set("photos", 252, SHAPE);
    Features features = FeatureExtraction.of(set, extractor, Progress.NONE);

    assertThat(features.vectors().row(0)).containsExactly(0, 2, 4, 1, 3, 5);
    assertThat(features.vectors().row(250)).containsExactly(250, 252, 254, 251, 253, 255);
    assertThat(features.logits().row(7)).containsExactly(70, 80);
  }

  @Test
  void many_images_are_taken_in_parts_and_progress_is_told() {
    List<String> told = new ArrayList<>();
    Features features =
        FeatureExtraction.of(
            PixelExtractor.set("photos", 600, SHAPE),
            extractor,
            (task, done, value) ->
                told.add(
                    "%s %d/%d %s, %s %.0f"
                        .formatted(
                            task.name(), done, task.most(), task.parts(), task.value(), value)));

    assertThat(features.vectors().count()).isEqualTo(600);
    assertThat(features.vectors().row(512)[0]).isZero(); // 512 as a byte
    assertThat(told)
        .containsExactly(
            "features of photos 256/600 images, numbers 6",
            "features of photos 512/600 images, numbers 6",
            "features of photos 600/600 images, numbers 6");
  }

  @Test
  void large_images_are_taken_in_smaller_parts() {
    FeatureExtraction.of(
        PixelExtractor.set("photos", 5, Shape.image(1024, 1024, 2)), extractor, Progress.NONE);
    assertThat(extractor.parts).isEqualTo(2);
  }

  @Test
  void nothing_native_is_left() {
    ImageSet set = PixelExtractor.set("photos", 10, SHAPE);
    FeatureExtraction.of(set, extractor, Progress.NONE);
    long before = Backend.livePointers();
    FeatureExtraction.of(set, extractor, Progress.NONE);
    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void what_has_no_features_is_refused() {
    assertThatThrownBy(() -> extract(PixelExtractor.set("photos", 0, SHAPE)))
        .isInstanceOf(UsageException.class)
        .hasMessage("photos: expected at least one image, got none");
    assertThatThrownBy(() -> extract(PixelExtractor.set("photos", 2, Shape.image(1, 3, 1))))
        .isInstanceOf(UsageException.class)
        .hasMessage("pixels: expected images of 2 channels, got 1×3×1");
    assertThatThrownBy(
            () ->
                extract(
                    ImageSet.ofFloats(
                        "ring", Shape.vector(2), List.of(), new int[1], new float[2])))
        .isInstanceOf(UsageException.class)
        .hasMessage("ring: expected images, got vectors of 2. Features are of images only.");
    assertThat(extractor.images).isZero();
  }

  private void extract(ImageSet set) {
    FeatureExtraction.of(set, extractor, Progress.NONE);
  }
}
