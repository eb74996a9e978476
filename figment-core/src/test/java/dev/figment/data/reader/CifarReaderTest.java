package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.set.ImageSets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CifarReaderTest {
  @TempDir Path folder;

  @Test
  void planes_become_pixels_and_files_follow_one_another() throws IOException {
    Path first = Crafted.write(folder.resolve("1.bin"), record(3, 10, 20, 30));
    Path second = Crafted.write(folder.resolve("2.bin"), record(9, 40, 50, 255));
    ImageSet set = CifarReader.read("cifar-10", List.of(first, second), 1);
    assertThat(set.labels()).containsExactly(3, 9);
    byte[] image = new byte[3072];
    set.copyBytes(1, image, 0);
    assertThat(Arrays.copyOf(image, 6)).containsExactly(40, 50, 255, 40, 50, 255);
  }

  @Test
  void a_file_of_another_length_is_refused() throws IOException {
    Path file = Crafted.write(folder.resolve("1.bin"), Arrays.copyOf(record(3, 1, 2, 3), 3072));
    assertThatThrownBy(() -> CifarReader.read("cifar-10", List.of(file), 1))
        .hasMessage(
            file + ": expected 3073 bytes (1 records of 3073), found 3072. Get the file again.");
  }

  @Test
  void a_label_above_nine_is_refused() throws IOException {
    Path file = Crafted.write(folder.resolve("1.bin"), record(10, 1, 2, 3));
    assertThatThrownBy(() -> CifarReader.read("cifar-10", List.of(file), 1))
        .hasMessage(
            file
                + ": expected labels from 0 to 9, found 10 at record 0. Is it CIFAR-10, in the"
                + " binary version?");
  }

  @Test
  void the_pickled_version_is_refused_with_advice() throws IOException {
    Path batch =
        Crafted.write(folder.resolve("cifar-10/cifar-10-batches-py/data_batch_1"), new byte[1]);
    assertThat(batch).exists();
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("cifar-10"), folder))
        .hasMessageContaining(
            "found the Python version, pickled objects that can run code as they load (take the"
                + " binary version). Get them by figment data get cifar-10, or get the files from"
                + " https://www.cs.toronto.edu/~kriz/cifar.html");
  }

  @Test
  void a_missing_batch_is_named() throws IOException {
    Crafted.write(folder.resolve("cifar-10/data_batch_1.bin"), record(3, 1, 2, 3));
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("cifar-10"), folder))
        .hasMessageContaining("found no data_batch_2.bin.");
  }

  private static byte[] record(int label, int red, int green, int blue) {
    byte[] record = new byte[3073];
    record[0] = (byte) label;
    Arrays.fill(record, 1, 1025, (byte) red);
    Arrays.fill(record, 1025, 2049, (byte) green);
    Arrays.fill(record, 2049, 3073, (byte) blue);
    return record;
  }
}
