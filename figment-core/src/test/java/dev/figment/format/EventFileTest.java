package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DiskException;
import dev.figment.UsageException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bytes are follows from TensorBoard's own files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventFileTest {
  private static final HexFormat HEX = HexFormat.of();

  @TempDir private Path folder;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The number as it stands in the golden record: 09, then it. */
  private static double wallTime(String bytes) {
    return ByteBuffer.wrap(HEX.parseHex(bytes)).order(ByteOrder.LITTLE_ENDIAN).getDouble();
  }

  @Test
  void checksums_are_masked() {
    byte[] phrase = HEX.parseHex("1a11" + HEX.formatHex(ascii("CRC test, one two")));
    assertThat(EventFile.masked(phrase, 0, phrase.length)).isEqualTo(0x5794d08a);
    int zeros = Integer.rotateRight(0x8a9136aa, 15) + 0xa282ead8;
    assertThat(EventFile.masked(new byte[32], 0, 32)).isEqualTo(zeros);
  }

  @Test
  void the_first_record_tells_the_version() throws IOException {
    Instant then =
        Instant.EPOCH.plusNanos(
            Math.round(wallTime("0000803899d6d741") * 1e9)); // in the golden one
    EventFile file = EventFile.create(folder, InstantSource.fixed(then));
    assertThat(HEX.formatHex(Files.readAllBytes(file.path())))
        .isEqualTo(
            "1800000000000000"
                + "a37f4b22"
                + "090000803899d6d741"
                + "1a0d"
                + HEX.formatHex(ascii("brain.Event:2"))
                + "124b36ab");
  }

  @Test
  void a_scalar_is_a_tensor_of_no_dimensions() throws IOException {
    EventFile file = EventFile.create(folder);
    long before = Files.size(file.path());
    file.append(77, List.of(SummaryValue.scalar("accuracy", 0.99)));
    byte[] all = Files.readAllBytes(file.path());
    byte[] payload = Arrays.copyOfRange(all, (int) before + 12 + 9, all.length - 4);
    assertThat(HEX.formatHex(payload))
        .isEqualTo(
            "104d2a250a230a08"
                + HEX.formatHex(ascii("accuracy"))
                + "420a080112002204a4707d3f4a0b0a090a07"
                + HEX.formatHex(ascii("scalars")));
  }

  @Test
  void what_shows_a_tag_is_said_once_in_a_file() throws IOException {
    EventFile file = EventFile.create(folder);
    file.append(1, List.of(SummaryValue.scalar("loss", 2)));
    file.append(2, List.of(SummaryValue.scalar("loss", 1), SummaryValue.scalar("other", 1)));
    List<ProtobufFields> events = EventRecords.of(file.path());
    assertThat(EventRecords.values(events.get(1), "loss").get(0).has(9)).isTrue();
    assertThat(EventRecords.values(events.get(2), "loss").get(0).has(9)).isFalse();
    assertThat(EventRecords.values(events.get(2), "other").get(0).has(9)).isTrue();
    assertThat(EventRecords.scalars(folder, "loss")).containsExactly("1 2.0", "2 1.0");
  }

  @Test
  void a_picture_is_its_file_with_its_size() {
    Path picture = folder.resolve("gray.png");
    Png.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), picture);
    ProtobufFields gray = image(picture);
    assertThat(List.of(gray.number(1), gray.number(2), gray.number(3))).containsExactly(2L, 3L, 1L);
    assertThat(picture).hasBinaryContent(gray.bytes(4));
    Png.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), picture);
    assertThat(image(picture).number(3)).isEqualTo(3);
  }

  private static ProtobufFields image(Path picture) {
    try {
      byte[] png = Files.readAllBytes(picture);
      byte[] value = SummaryValue.image("fakes", png).toMessage(true).toByteArray();
      return ProtobufFields.of(value).message(4);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_is_no_png_file_is_no_picture() {
    assertThatThrownBy(() -> SummaryValue.image("fakes", new byte[50]))
        .isInstanceOf(UsageException.class)
        .hasMessage("image fakes: expected a PNG file, got 50 bytes of something else");
  }

  private static ProtobufFields histogram(float... values) {
    byte[] value = SummaryValue.histogram("gradients", values).toMessage(true).toByteArray();
    return ProtobufFields.of(value).message(5);
  }

  @Test
  void a_histogram_has_thirty_buckets_of_equal_width() {
    ProtobufFields histogram = histogram(-1, 0, 0.5f, 2, Float.NaN, Float.POSITIVE_INFINITY);
    assertThat(histogram.decimal(1)).isEqualTo(-1);
    assertThat(histogram.decimal(2)).isEqualTo(2);
    assertThat(histogram.decimal(3)).isEqualTo(4);
    assertThat(histogram.decimal(4)).isEqualTo(1.5);
    assertThat(histogram.decimal(5)).isEqualTo(5.25);
    double[] counts = histogram.decimals(7);
    assertThat(counts).hasSize(30);
    assertThat(List.of(counts[0], counts[10], counts[15], counts[29])).containsOnly(1.0);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(4);
    assertThat(histogram.decimals(6)).hasSize(30).isSorted().endsWith(2).startsWith(-0.9);
  }

  @Test
  void equal_values_are_one_bucket_and_none_are_an_empty_one() {
    assertThat(histogram(3, 3).decimals(6)).containsExactly(3);
    assertThat(histogram(3, 3).decimals(7)).containsExactly(2);
    assertThat(histogram(Float.NaN).decimals(7)).containsExactly(0);
  }

  @Test
  void a_text_goes_to_its_plugin() {
    byte[] value = SummaryValue.text("recipe", "über").toMessage(true).toByteArray();
    ProtobufFields read = ProtobufFields.of(value);
    assertThat(read.message(8).text(8)).isEqualTo("über");
    assertThat(read.message(9).message(1).text(1)).isEqualTo("text");
  }

  @Test
  void long_content_has_long_lengths() throws IOException {
    EventFile file = EventFile.create(folder);
    String many = "a".repeat(70_000);
    file.append(1L << 40, List.of(SummaryValue.text("recipe", many)));
    ProtobufFields event = EventRecords.of(file.path()).get(1);
    assertThat(event.number(2)).isEqualTo(1L << 40);
    assertThat(EventRecords.values(event, "recipe").get(0).message(8).text(8)).isEqualTo(many);
  }

  @Test
  void files_of_the_same_second_are_told_apart_and_come_in_order() throws IOException {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));
    Path first = EventFile.create(folder, clock).path();
    Path second = EventFile.create(folder, clock).path();
    assertThat(EventRecords.files(folder)).containsExactly(first, second);
    assertThat(first.getFileName().toString())
        .matches("events\\.out\\.tfevents\\.1700000000\\.[\\w-]+\\.\\d+\\.0");
  }

  @Test
  void a_training_that_goes_on_says_from_which_step() throws IOException {
    EventFile file = EventFile.create(folder);
    file.restart(501);
    ProtobufFields event = EventRecords.of(file.path()).get(1);
    assertThat(event.number(2)).isEqualTo(501);
    assertThat(event.message(7).number(1)).isEqualTo(1);
  }

  @Test
  void a_file_cut_anywhere_is_whole_up_to_there() throws IOException {
    EventFile file = EventFile.create(folder);
    file.append(1, List.of(SummaryValue.scalar("loss", 2)));
    byte[] all = Files.readAllBytes(file.path());
    for (int length = 40; length < all.length; length++) {
      assertThat(EventRecords.of(Arrays.copyOf(all, length))).hasSize(1);
    }
    assertThat(EventRecords.of(all)).hasSize(2);
  }

  @Test
  void what_a_failed_write_left_is_written_over() throws IOException {
    EventFile file = EventFile.create(folder);
    Files.write(file.path(), new byte[10], StandardOpenOption.APPEND);
    file.append(1, List.of(SummaryValue.scalar("loss", 2)));
    assertThat(EventRecords.of(file.path())).hasSize(2);
  }

  @Test
  void a_file_that_cannot_be_written_is_named() throws IOException {
    EventFile file = EventFile.create(folder);
    Files.delete(file.path());
    assertThatThrownBy(() -> file.restart(1))
        .isInstanceOf(DiskException.class)
        .hasMessageStartingWith(file.path() + ": writing failed: ");
  }
}
