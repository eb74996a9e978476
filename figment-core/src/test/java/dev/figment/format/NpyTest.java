package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.UsageException;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NpyTest {
  @TempDir Path folder;

  @Test
  void what_is_written_is_read_again() {
    Path file = folder.resolve("array.npy");
    Npy array = new Npy(new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, Float.NaN});

    array.write(file);

    assertThat(Npy.read(file)).isEqualTo(array).hasToString("float32 [2, 3]");
  }

  @Test
  void the_bytes_are_those_of_numpy() throws IOException {
    Path file = folder.resolve("array.npy");
    new Npy(new long[] {1}, new float[] {1}).write(file);

    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }";
    String expected = "\u0093NUMPY\1\0\u0076\0" + header + " ".repeat(60) + "\n\0\0\u0080?";
    assertThat(Files.readAllBytes(file)).isEqualTo(expected.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void every_version_is_read(int version) throws IOException {
    Path file = file(version, header("<f4", "()"), data(4).putFloat(2.5f));

    assertThat(Npy.read(file)).isEqualTo(new Npy(new long[0], new float[] {2.5f}));
  }

  @Test
  void every_element_type_is_read() throws IOException {
    assertThat(Npy.read(file(1, header("<f8", "(1,)"), data(8).putDouble(-0.5))).values())
        .containsExactly(-0.5f);
    assertThat(Npy.read(file(1, header("|u1", "(2,)"), data(2).put((byte) -1))).values())
        .containsExactly(255, 0);
    assertThat(Npy.read(file(1, header("<i4", "(1,)"), data(4).putInt(-7))).values())
        .containsExactly(-7);
    assertThat(Npy.read(file(1, header("<i8", "(1,)"), data(8).putLong(-7))).values())
        .containsExactly(-7);
  }

  @Test
  void pickled_objects_are_refused() throws IOException {
    refused(
        header("|O", "(1,)"),
        "expected numbers, got pickled Python objects, which can run code and are never read. Save"
            + " the array as float32.");
  }

  @Test
  void fortran_order_is_refused() throws IOException {
    refused(
        header("<f4", "(2, 2)").replace("False", "True"),
        "expected C order, got Fortran order. Save numpy.ascontiguousarray(array) instead.");
  }

  @Test
  void other_elements_are_refused() throws IOException {
    refused(
        header(">f4", "(2, 2)"),
        "expected elements of <f4, <f8, |u1, <i4 or <i8, got '>f4'. Save array.astype('<f4')"
            + " instead.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (3,)   | expected 12 bytes for <f4 [3], got 8
          (1,)   | expected 4 bytes for <f4 [1], got 8
          (-1,)  | header: expected a tuple of sizes, got '-1,'
          (x,)   | header: expected a tuple of sizes, got 'x,'
          (,)    | header: expected a tuple of sizes, got ','
          (999999999999999999, 999999999999999999) | header: expected a size below 2^63 bytes
          """)
  void a_shape_that_does_not_fit_is_refused(String shape, String message) throws IOException {
    Path file = file(1, header("<f4", shape), data(8));

    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @Test
  void other_files_are_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("array.npy"), "a text of some length");

    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage(file + ": expected a NumPy array, got other bytes");
  }

  @Test
  void values_that_do_not_fill_the_shape_are_refused() {
    assertThatThrownBy(() -> new Npy(new long[] {2, 2}, new float[3]))
        .isInstanceOf(UsageException.class)
        .hasMessage("npy: expected 4 values for [2, 2], got 3");
  }

  @Test
  void whatever_is_done_to_a_file_only_a_data_exception_escapes() throws IOException {
    byte[] whole = Files.readAllBytes(file(1, header("<f4", "(2, 1)"), data(8)));
    Path file = folder.resolve("changed.npy");
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] = (byte) random.nextInt();
      Files.write(file, Arrays.copyOf(changed, random.nextInt(20) + whole.length - 10));
      refused += isRefused(file) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(2000);
  }

  private static boolean isRefused(Path file) {
    try {
      Npy.read(file);
      return false;
    } catch (DataException e) {
      return true;
    }
  }

  private void refused(String header, String message) throws IOException {
    Path file = file(1, header, data(16));
    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage(file + ": " + message);
  }

  private static String header(String descr, String shape) {
    return "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(descr, shape);
  }

  private static ByteBuffer data(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Path file(int version, String header, ByteBuffer data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    ByteBuffer length = data(version == 1 ? 2 : 4);
    length.put(0, (byte) header.length());
    bytes.writeBytes(length.array());
    bytes.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(data.array());
    return Files.write(folder.resolve("array.npy"), bytes.toByteArray());
  }
}
