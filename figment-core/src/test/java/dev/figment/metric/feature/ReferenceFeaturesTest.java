package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.format.SafetensorsWriter;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceFeaturesTest {
  private static final Shape SHAPE = Shape.image(1, 3, 2);
  private static final ImageSet SET = PixelExtractor.set("photos", 700, SHAPE);

  @TempDir Path folder;

  private final PixelExtractor extractor = new PixelExtractor("1");

  private ReferenceFeatures reference(int count) {
    return ReferenceFeatures.of(SET, extractor, count, Progress.NONE, folder);
  }

  @Test
  void statistics_are_of_all_images_and_features_of_some_taken_evenly() {
    Features all = FeatureExtraction.of(SET, new PixelExtractor("1"), Progress.NONE);
    FeatureStatistics whole = FeatureStatistics.of(FeatureSource.of(extractor, SET), all.vectors());
    ReferenceFeatures reference = reference(7);

    assertThat(reference.statistics().source()).isEqualTo(whole.source());
    assertThat(reference.statistics().count()).isEqualTo(700);
    assertThat(reference.statistics().mean()).containsExactly(whole.mean(), within(1e-10));
    assertThat(reference.statistics().scatter()).containsExactly(whole.scatter(), within(1e-5));
    int[] evenly = {0, 100, 200, 300, 400, 500, 600};
    assertThat(reference.features().vectors().values())
        .containsExactly(all.vectors().select(evenly).values());
    assertThat(reference.features().logits().values())
        .containsExactly(all.logits().select(evenly).values());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 299, 699, 700, 10_000})
  void as_many_features_are_held_as_are_asked_for_or_there_are(int count) {
    ReferenceFeatures reference = reference(count);
    int held = Math.min(count, 700);
    assertThat(reference.features().vectors().count()).isEqualTo(held);
    for (int i = 0; i < held; i++) {
      float expected = (i * 700 / held) & 0xff;
      assertThat(reference.features().vectors().row(i)[0]).isEqualTo(expected);
    }
  }

  @Test
  void they_are_computed_once_for_each_set_extractor_and_count() throws IOException {
    ReferenceFeatures first = reference(50);
    assertThat(extractor.images).isEqualTo(700);
    ReferenceFeatures again = reference(50);
    assertThat(extractor.images).isEqualTo(700);
    requireSame(again, first);

    reference(51);
    assertThat(extractor.images).isEqualTo(1400);
    PixelExtractor other = new PixelExtractor("2");
    ReferenceFeatures.of(SET, other, 50, Progress.NONE, folder);
    assertThat(other.images).isEqualTo(700);
    ReferenceFeatures.of(SET.only(1, 2, 3), extractor, 50, Progress.NONE, folder);
    assertThat(extractor.images).isEqualTo(1403);
    assertThat(files()).hasSize(4);
  }

  @Test
  void those_of_an_extractor_without_logits_are_kept_too() {
    extractor.hasLogits = false;
    ReferenceFeatures first = reference(50);
    assertThat(first.features().hasLogits()).isFalse();
    requireSame(reference(50), first);
    assertThat(extractor.images).isEqualTo(700);
  }

  private static void requireSame(ReferenceFeatures found, ReferenceFeatures expected) {
    assertThat(found.image()).isEqualTo(SHAPE);
    assertThat(found.statistics().source()).isEqualTo(expected.statistics().source());
    assertThat(found.statistics().scatter()).isEqualTo(expected.statistics().scatter());
    assertThat(found.features().vectors().values())
        .isEqualTo(expected.features().vectors().values());
    assertThat(found.features().logits().values()).isEqualTo(expected.features().logits().values());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void a_damaged_file_is_replaced() throws IOException {
    ReferenceFeatures first = reference(50);
    Path file = files().get(0);
    byte[] intact = Files.readAllBytes(file);
    byte[] damaged = intact.clone();
    damaged[damaged.length - 1] ^= 1;
    Files.write(file, damaged);

    requireSame(reference(50), first);
    assertThat(extractor.images).isEqualTo(1400);
    assertThat(files()).containsExactly(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(intact);
  }

  @Test
  void a_file_of_another_version_or_of_another_set_is_replaced() throws IOException {
    ReferenceFeatures first = reference(50);
    Path file = files().get(0);
    byte[] intact = Files.readAllBytes(file);
    new SafetensorsWriter().metadata("featureFormat", "0").write(file);
    requireSame(reference(50), first);
    assertThat(Files.readAllBytes(file)).isEqualTo(intact);

    reference(51);
    Path other = files().stream().filter(each -> !each.equals(file)).findFirst().orElseThrow();
    Files.copy(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    requireSame(reference(50), first);
    assertThat(Files.readAllBytes(file)).isEqualTo(intact);
  }

  @Test
  void what_a_killed_process_left_half_written_is_swept() throws IOException {
    Files.writeString(folder.resolve(".0.x.01234567-89ab-cdef-0123-456789abcdef.tmp"), "half");
    reference(50);
    assertThat(files()).hasSize(1);
  }

  @Test
  void without_a_folder_nothing_is_kept() {
    ReferenceFeatures.of(SET, extractor, 50, Progress.NONE, null);
    ReferenceFeatures.of(SET, extractor, 50, Progress.NONE, null);
    assertThat(extractor.images).isEqualTo(1400);
  }

  @Test
  void where_a_folder_cannot_be_written_the_features_are_there_all_the_same() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    ReferenceFeatures reference =
        ReferenceFeatures.of(SET, extractor, 50, Progress.NONE, file.resolve("below"));
    assertThat(reference.features().vectors().count()).isEqualTo(50);
  }

  @Test
  void generated_images_are_compared_by_the_same_extractor() {
    ReferenceFeatures reference = reference(50);
    ImageSet generated = PixelExtractor.set("generated", 20, SHAPE);
    assertThat(reference.featuresOf(generated, extractor, Progress.NONE).vectors().count())
        .isEqualTo(20);
    assertThatThrownBy(
            () -> reference.featuresOf(generated, new PixelExtractor("2"), Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("two of kind pixels with other weights (hashes 1 and 2)");
  }

  @Test
  void what_has_no_reference_is_refused() {
    assertThatThrownBy(
            () ->
                reference(50)
                    .featuresOf(
                        PixelExtractor.set("generated", 20, Shape.image(2, 2, 2)),
                        extractor,
                        Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "generated: expected images of 1×3×2, as the reference has, got 2×2×2. Compare images"
                + " of one size (data.size).");
    assertThatThrownBy(() -> reference(0))
        .isInstanceOf(UsageException.class)
        .hasMessage("reference features: count must be at least 1, got 0");
    assertThatThrownBy(
            () ->
                ReferenceFeatures.of(
                    PixelExtractor.set("photos", 2, Shape.image(1, 3, 1)),
                    extractor,
                    5,
                    Progress.NONE,
                    folder))
        .hasMessage("pixels: expected images of 2 channels, got 1×3×1");
  }
}
