package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.format.Safetensors.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SafetensorsWriterTest {
  @TempDir Path folder;

  @Test
  void doubles_come_back_bit_by_bit() {
    Path file = folder.resolve("doubles.safetensors");
    double[] values = {Math.PI, -0.0, Double.NaN, Double.MIN_VALUE};
    new SafetensorsWriter().put("wide", Entry.of(new long[] {2, 2}, values)).write(file);
    assertThat(Safetensors.read(file).doubles("wide")).containsExactly(values);
  }

  @Test
  void what_is_written_is_read_again() {
    Path file = folder.resolve("weights.safetensors");
    sample().write(file);

    Safetensors read = Safetensors.read(file);

    assertThat(read.metadata())
        .containsEntry("format", "pt")
        .containsEntry("recipe", "ümläut \"q\"");
    assertThat(read.floats("weight")).containsExactly(1, -2.5f, Float.NaN, Float.MIN_VALUE);
    assertThat(read.entry("weight").shape()).containsExactly(2, 2);
    assertThat(read.longs("batches")).containsExactly(Long.MIN_VALUE);
    assertThat(read.entry("batches").shape()).isEmpty();
    assertThat(read.longs("mask")).containsExactly(0, 1, 255);
  }

  @Test
  void the_widest_types_come_first_then_names() {
    Path file = folder.resolve("weights.safetensors");
    sample().put("bias", new long[] {1}, new float[] {0}).write(file);

    assertThat(Safetensors.read(file).entries().keySet())
        .containsExactly("batches", "bias", "weight", "mask");
  }

  @Test
  void the_header_is_exact_and_ends_on_a_multiple_of_eight() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    new SafetensorsWriter().put("a", new long[] {1}, new float[] {1}).write(file);

    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}   ";
    assertThat(header).hasSize(88);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .isEqualTo((char) header.length() + "\0\0\0\0\0\0\0" + header + "\0\0\u0080\u003f");
  }

  @Test
  void half_precision_is_widened_exactly() {
    Path file = folder.resolve("half.safetensors");
    short[] bits = {0x3c00, (short) 0xc000, 0x0001, 0x7bff, 0x7c00, (short) 0x8000};
    ByteBuffer halves = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    halves.asShortBuffer().put(bits);
    ByteBuffer brain = ByteBuffer.wrap(new byte[] {(byte) 0x80, 0x3f, 0, (byte) 0xc0});
    new SafetensorsWriter()
        .put("half", new Entry(Dtype.F16, new long[] {6}, halves))
        .put("brain", new Entry(Dtype.BF16, new long[] {2}, brain))
        .write(file);

    Safetensors read = Safetensors.read(file);

    assertThat(read.floats("half"))
        .containsExactly(1, -2, 0x1p-24f, 65504, Float.POSITIVE_INFINITY, -0f);
    assertThat(read.floats("brain")).containsExactly(1, -2);
  }

  @Test
  void values_that_do_not_fill_the_shape_are_refused() {
    assertThatThrownBy(
            () -> new SafetensorsWriter().put("a", new long[] {2, 3}, new float[] {1, 2}))
        .isInstanceOf(UsageException.class)
        .hasMessage("safetensors: tensor 'a': expected 24 bytes for F32 [2, 3], got 8");
  }

  @Test
  void a_name_is_given_once() {
    assertThatThrownBy(() -> sample().put("mask", new long[0], new long[] {1}))
        .isInstanceOf(UsageException.class)
        .hasMessage("safetensors: tensor 'mask' was put twice");
  }

  @Test
  void a_header_beyond_the_limit_is_refused() {
    assertThatThrownBy(() -> sample().write(folder.resolve("big"), 96))
        .isInstanceOf(UsageException.class)
        .hasMessage("safetensors: expected names and metadata of at most 96 bytes, got 240");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatever_is_done_to_a_file_only_a_model_file_exception_escapes() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    sample().write(file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(20_000);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      Files.write(file, mutated(whole, random));
      refused += isRefused(file) ? 1 : 0;
    }
    assertThat(refused).isBetween(10_000, 19_999);
  }

  private static boolean isRefused(Path file) {
    try {
      Safetensors.read(file);
      return false;
    } catch (ModelFileException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
      return true;
    }
  }

  /** Some bytes changed, mostly to ones that mean something; and now and then an end cut off. */
  private static byte[] mutated(byte[] whole, Random random) {
    byte[] letters = "{}[]\",:-.e0129\\ \0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    int length = random.nextInt(8) == 0 ? random.nextInt(whole.length + 20) : whole.length;
    byte[] changed = Arrays.copyOf(whole, length);
    for (int i = random.nextInt(3); length > 0 && i >= 0; i--) {
      changed[random.nextInt(length)] =
          random.nextBoolean() ? letters[random.nextInt(letters.length)] : (byte) random.nextInt();
    }
    return changed;
  }

  private static SafetensorsWriter sample() {
    ByteBuffer mask = ByteBuffer.wrap(new byte[] {0, 1, (byte) 255});
    return new SafetensorsWriter()
        .metadata("recipe", "ümläut \"q\"")
        .put("mask", new Entry(Dtype.U8, new long[] {3}, mask))
        .put("weight", new long[] {2, 2}, new float[] {1, -2.5f, Float.NaN, Float.MIN_VALUE})
        .put("batches", new long[0], new long[] {Long.MIN_VALUE});
  }
}
