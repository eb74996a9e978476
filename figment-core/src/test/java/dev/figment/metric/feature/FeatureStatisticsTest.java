package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.format.SafetensorsWriter;
import dev.figment.latent.Points;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeatureStatisticsTest {
  private static final Points THREE = new Points(new float[] {1, 2, 3, 6, 5, 1}, 2);

  @TempDir Path folder;

  @Test
  void mean_and_covariance_are_those_of_the_formula() {
    FeatureStatistics statistics = Normals.statistics(THREE);
    assertThat(statistics.count()).isEqualTo(3);
    assertThat(statistics.mean()).containsExactly(3, 3);
    assertThat(statistics.scatter()).containsExactly(8, -2, -2, 14);
    assertThat(statistics.covariance()).containsExactly(4, -1, -1, 7);
  }

  @Test
  void the_statistics_of_parts_merge_into_those_of_the_whole() {
    Points all = Normals.moved(Normals.of("all", 1000, 9), 3, 1000); // far from the origin
    FeatureStatistics whole = Normals.statistics(all);
    FeatureStatistics merged = Normals.statistics(all.rows(0, 1));
    for (int start = 1; start < 1000; start += 37) {
      merged = merged.merge(Normals.statistics(all.rows(start, Math.min(1000, start + 37))));
    }
    FeatureStatistics halves =
        Normals.statistics(all.rows(0, 600)).merge(Normals.statistics(all.rows(600, 1000)));

    requireClose(merged, whole);
    requireClose(halves, whole);
  }

  private static void requireClose(FeatureStatistics merged, FeatureStatistics whole) {
    assertThat(merged.count()).isEqualTo(whole.count());
    assertThat(merged.source()).isEqualTo(whole.source());
    for (int i = 0; i < 9; i++) {
      assertThat(merged.mean()[i]).isCloseTo(whole.mean()[i], within(1e-12 * 1000));
      for (int j = 0; j < 9; j++) {
        double size = Math.sqrt(whole.scatter()[10 * i] * whole.scatter()[10 * j]);
        assertThat(merged.scatter()[9 * i + j])
            .isCloseTo(whole.scatter()[9 * i + j], within(1e-12 * size));
      }
    }
  }

  @Test
  void those_of_several_sets_name_each_set_once() {
    FeatureStatistics one = FeatureStatistics.of(source("classifier", "1a2b", "b"), THREE);
    FeatureStatistics other = FeatureStatistics.of(source("classifier", "1a2b", "a"), THREE);
    assertThat(one.merge(other).merge(other).source().set()).isEqualTo("a + b");
  }

  private static FeatureSource source(String kind, String hash, String set) {
    return new FeatureSource(kind, hash, set);
  }

  @Test
  void those_of_two_extractors_do_not_merge() {
    FeatureStatistics one = Normals.statistics(THREE);
    assertThatThrownBy(
            () -> one.merge(FeatureStatistics.of(source("inception", "1a2b", "x"), THREE)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "features: expected two of one extractor, got one of kind classifier and one of kind"
                + " inception. Compute both with the same.");
    assertThatThrownBy(
            () -> one.merge(FeatureStatistics.of(source("classifier", "3c4d", "x"), THREE)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "features: expected two of one extractor, got two of kind classifier with other weights"
                + " (hashes 1a2b and 3c4d). Compute both with the same.");
    assertThatThrownBy(() -> one.merge(Normals.statistics(new Points(new float[3], 3))))
        .isInstanceOf(UsageException.class)
        .hasMessage("features: expected 2 numbers for each image, as the others have, got 3");
  }

  @Test
  void too_few_images_are_refused() {
    assertThatThrownBy(() -> Normals.statistics(new Points(new float[0], 2)))
        .isInstanceOf(UsageException.class)
        .hasMessage("feature statistics: expected at least 1 image, got 0");
    FeatureStatistics single = Normals.statistics(THREE.rows(0, 1));
    assertThatThrownBy(single::covariance)
        .isInstanceOf(UsageException.class)
        .hasMessage("covariance of features: expected at least 2 images, got 1");
  }

  @Test
  void a_file_gives_them_back_bit_by_bit() {
    FeatureStatistics written = Normals.statistics(Normals.of("file", 50, 5));
    Path file = folder.resolve("statistics.safetensors");
    written.write(file);

    FeatureStatistics read = FeatureStatistics.read(file);
    assertThat(read.source()).isEqualTo(written.source());
    assertThat(read.count()).isEqualTo(50);
    assertThat(read.mean()).isEqualTo(written.mean());
    assertThat(read.scatter()).isEqualTo(written.scatter());
  }

  @Test
  void a_file_with_a_byte_changed_or_missing_is_refused_or_says_the_same() throws IOException {
    Path file = folder.resolve("statistics.safetensors");
    Normals.statistics(THREE).write(file);
    byte[] bytes = Files.readAllBytes(file);
    int same = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 4;
      Files.write(file, changed);
      same += isRefused(file) ? 0 : 1;
    }
    assertThat(same).isEqualTo("formatpt".length()); // that no one reads here
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 8));
    assertThat(isRefused(file)).isTrue();
  }

  private static boolean isRefused(Path file) {
    try {
      FeatureStatistics read = FeatureStatistics.read(file);
      assertThat(read.source()).isEqualTo(Normals.SOURCE);
      assertThat(read.scatter()).containsExactly(8, -2, -2, 14);
      return false;
    } catch (ModelFileException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
      return true;
    }
  }

  @Test
  void a_damaged_file_and_one_of_another_version_or_kind_are_told_apart() throws IOException {
    Path file = folder.resolve("statistics.safetensors");
    Normals.statistics(THREE).write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> FeatureStatistics.read(file))
        .hasMessage(
            file
                + ": the features are damaged: its checksum is wrong. Delete the file, or compute"
                + " them again.");
    new SafetensorsWriter().metadata("featureFormat", "2").write(file);
    assertThatThrownBy(() -> FeatureStatistics.read(file))
        .hasMessage(file + ": expected features of version 1, got version 2. Compute them again.");
    new SafetensorsWriter().write(file);
    assertThatThrownBy(() -> FeatureStatistics.read(file))
        .hasMessage(
            file
                + ": expected features of images, got another kind of safetensors file (no"
                + " featureFormat)");
  }

  @Test
  void nothing_native_is_left() {
    Normals.statistics(THREE);
    long before = Backend.livePointers();
    Normals.statistics(THREE).merge(Normals.statistics(THREE));
    assertThat(Backend.livePointers()).isEqualTo(before);
  }
}
