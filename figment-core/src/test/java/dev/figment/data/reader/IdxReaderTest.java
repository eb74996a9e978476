package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.data.Crafted;
import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdxReaderTest {
  private static final int[] TWO_SMALL_IMAGES = {2, 1, 2};
  private static final byte[] WHOLE =
      Crafted.idx(TWO_SMALL_IMAGES, (byte) 1, (byte) 2, (byte) 3, (byte) 255);

  @TempDir Path folder;

  static IntStream cuts() {
    return IntStream.range(0, WHOLE.length);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void plain_and_compressed_files_read_alike(boolean compressed) throws IOException {
    Path file = write("images", compressed ? Crafted.gzip(WHOLE) : WHOLE);
    IdxReader.Idx images = IdxReader.images(file);
    assertThat(images.sizes()).containsExactly(2, 1, 2);
    assertThat(images.bytes()).containsExactly(1, 2, 3, 255);
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void a_file_cut_anywhere_is_refused_with_both_counts(int cut) throws IOException {
    Path file = write("images", Arrays.copyOf(WHOLE, cut));
    String counts =
        cut < 16
            ? "expected 16 bytes of header, found %d".formatted(cut)
            : "expected 4 bytes of data, found %d".formatted(cut - 16);
    assertThatThrownBy(() -> IdxReader.images(file))
        .isInstanceOf(DataException.class)
        .hasMessage(file + ": " + counts + ": the file is cut short. Get the file again.");
  }

  @Test
  void bytes_behind_the_gzip_data_are_refused() throws IOException {
    byte[] packed = Crafted.gzip(WHOLE);
    for (int more : new int[] {1, 7, 8, 9, 30, 100_000}) {
      Path file = write("images" + more, Arrays.copyOf(packed, packed.length + more));
      assertThatThrownBy(() -> IdxReader.images(file))
          .as("%d bytes more", more)
          .isInstanceOf(DataException.class)
          .hasMessage(
              file
                  + ": expected nothing after the gzip data, found more bytes. Get the file"
                  + " again.");
    }
  }

  @Test
  void gzip_data_in_two_members_is_one_file() throws IOException {
    byte[] first = Crafted.gzip(Arrays.copyOf(WHOLE, 9));
    byte[] second = Crafted.gzip(Arrays.copyOfRange(WHOLE, 9, WHOLE.length));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertThat(IdxReader.images(write("two", both)).bytes()).containsExactly(1, 2, 3, 255);
  }

  @Test
  void a_compressed_file_cut_anywhere_is_refused() throws IOException {
    byte[] packed = Crafted.gzip(WHOLE);
    for (int cut = 0; cut < packed.length - 8; cut++) { // the last 8 bytes are gzip's own sums
      Path file = write("images.gz", Arrays.copyOf(packed, cut));
      assertThatThrownBy(() -> IdxReader.images(file)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void a_file_that_goes_on_after_its_data_is_refused() throws IOException {
    Path file = write("images", Arrays.copyOf(WHOLE, WHOLE.length + 1));
    assertThatThrownBy(() -> IdxReader.images(file))
        .hasMessage(
            file + ": expected 4 bytes of data after the header, found more. Get the file again.");
  }

  @Test
  void a_compressed_file_is_unpacked_only_as_far_as_its_header_declares() throws IOException {
    Path file = write("bomb.gz", Crafted.gzip(Arrays.copyOf(WHOLE, 50_000_000)));
    assertThatThrownBy(() -> IdxReader.images(file)).hasMessageContaining("found more");
  }

  @Test
  void sizes_whose_product_overflows_are_refused_before_memory_is_taken() throws IOException {
    Path file = write("images", Crafted.idx(new int[] {65536, 65536, 65536}));
    assertThatThrownBy(() -> IdxReader.images(file))
        .hasMessage(
            file
                + ": expected sizes of at least 1 whose product is at most 2147483639, found"
                + " [65536, 65536, 65536]. Get the file again.");
  }

  @Test
  void a_short_file_that_declares_gigabytes_takes_no_memory_for_them() throws IOException {
    Path file = write("images", Crafted.idx(new int[] {2_000_000, 28, 28}, (byte) 7));
    assertThatThrownBy(() -> IdxReader.images(file))
        .hasMessageContaining("expected 1568000000 bytes of data, found 1");
  }

  @Test
  void negative_sizes_are_refused() throws IOException {
    Path file = write("images", Crafted.idx(new int[] {-1, 28, 28}));
    assertThatThrownBy(() -> IdxReader.images(file)).hasMessageContaining("found [-1, 28, 28]");
  }

  @Test
  void labels_in_place_of_images_are_told_by_their_first_bytes() throws IOException {
    Path file = write("images", Crafted.idx(new int[] {1}, (byte) 5));
    assertThatThrownBy(() -> IdxReader.images(file))
        .hasMessage(
            file
                + ": expected an IDX file of unsigned bytes with 3 sizes (it begins with 00 00 08"
                + " 03), found 00 00 08 01. Is it the right file?");
  }

  @Test
  void images_and_labels_must_be_equally_many() throws IOException {
    Path images = write("images", WHOLE);
    Path labels = write("labels", Crafted.idx(new int[] {1}, (byte) 0));
    assertThatThrownBy(() -> IdxReader.set("mnist", images, labels, List.of("0")))
        .hasMessage(
            "mnist: expected as many labels as images, found 2 images in %s and 1 labels in %s. Do"
                    .formatted(images, labels)
                + " the files belong together?");
  }

  @Test
  void a_label_beyond_the_classes_is_refused() throws IOException {
    Path images = write("images", WHOLE);
    Path labels = write("labels", Crafted.idx(new int[] {2}, (byte) 0, (byte) 9));
    assertThatThrownBy(() -> IdxReader.set("mnist", images, labels, List.of("0", "1")))
        .hasMessage(
            "mnist: expected labels from 0 to 1, got 9 at example 1. The file is damaged, or has"
                + " other classes.");
  }

  @Test
  void a_pair_of_files_becomes_a_set() throws IOException {
    Path labels = write("labels", Crafted.idx(new int[] {2}, (byte) 1, (byte) 0));
    ImageSet set = IdxReader.set("small", write("images", WHOLE), labels, List.of("a", "b"));
    assertThat(set.shape()).isEqualTo(Shape.image(1, 2, 1));
    assertThat(set.labels()).containsExactly(1, 0);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Crafted.write(folder.resolve(name), bytes);
  }
}
