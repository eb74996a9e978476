package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SafetensorsTest {
  private static final String FOUR_INTEGERS =
      "{\"test\":{\"dtype\":\"I32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}";

  @TempDir Path folder;

  @Test
  void four_integers_are_read() throws IOException {
    Safetensors tensors = read(FOUR_INTEGERS, 16);

    assertThat(tensors.entries()).containsOnlyKeys("test");
    assertThat(tensors.entry("test").shape()).containsExactly(2, 2);
    assertThat(tensors.longs("test")).containsExactly(0, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}\r \t\n", "\t{}", "\n{}", "{\"__metadata__\":{\"made\":\"by hand\"}}"})
  void no_tensors_and_no_data_are_read(String header) throws IOException {
    assertThat(read(header, 0).entries()).isEmpty();
  }

  @Test
  void a_size_of_zero_takes_no_bytes() throws IOException {
    String header = "{\"none\":{\"dtype\":\"F32\",\"shape\":[2,0],\"data_offsets\":[0,0]}}";

    assertThat(read(header, 0).floats("none")).isEmpty();
  }

  @Test
  void metadata_are_read() throws IOException {
    assertThat(read("{\"__metadata__\":{\"made\":\"by hand\"}}", 0).metadata())
        .containsExactly(Map.entry("made", "by hand"));
  }

  @Test
  void a_byte_too_many_is_refused() throws IOException {
    refused(
        file(FOUR_INTEGERS, 17),
        "expected 16 bytes of data, got 17. Something was added to the file.");
  }

  @Test
  void a_byte_too_few_is_refused() throws IOException {
    refused(file(FOUR_INTEGERS, 14), "expected 16 bytes of data, got 14. The file is cut short.");
  }

  @Test
  void a_file_without_a_length_is_refused() throws IOException {
    refused(new byte[7], "expected at least 8 bytes, got 7. The file is cut short.");
  }

  @Test
  void a_gigantic_header_is_refused_without_asking_for_memory() throws IOException {
    byte[] file = file(FOUR_INTEGERS, 16);
    Arrays.fill(file, 5, 8, (byte) 0xff);

    refused(
        file,
        "expected a header of at most 4000000 bytes, got 18446742974197923900. This is no"
            + " safetensors file, or one of far more tensors than a model here has.");
  }

  @Test
  void a_header_longer_than_the_file_is_refused() throws IOException {
    refused(
        new byte[] {60, 0, 0, 0, 0, 0, 0, 0},
        "expected a header of 60 bytes, got a file of 8. The file is cut short.");
  }

  @Test
  void a_header_that_is_not_text_is_refused() throws IOException {
    refused(
        new byte[] {1, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff},
        "header: expected UTF-8 text, got other bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {             | header: expected JSON
          []            | header: expected a JSON object, got '['
          {}{}          | header: expected nothing after the JSON object, got '{'
          {}x           | header: expected JSON
          {"a":1}       | tensor 'a': expected an object, got '1'
          {"a":{},}     | tensor 'a': expected a key dtype, got none
          {"__metadata__":{"a":1}}        | __metadata__ 'a': expected a string, got '1'
          {"__metadata__":{},"__metadata__":{}} | header: expected JSON, got Duplicate
          {"a":{"dtype":"F32","dtype":"F32"}}   | header: expected JSON, got Duplicate
          {"a":{"dtype":"F31"}}           | tensor 'a': dtype: expected a known type, got 'F31'
          {"a":{"dtype":"F8_E4M3"}}       | tensor 'a': dtype F8_E4M3 is not supported. Convert
          {"a":{"dtype":1}}               | tensor 'a': dtype: expected a string, got '1'
          {"a":{"shape":[-1]}}            | tensor 'a': shape: expected integers from 0 to
          {"a":{"shape":[-0]}}            | tensor 'a': shape: expected integers from 0 to
          {"a":{"shape":[1e3]}}           | tensor 'a': shape: expected integers from 0 to
          {"a":{"shape":[1.0]}}           | tensor 'a': shape: expected integers from 0 to
          {"a":{"shape":["1"]}}           | tensor 'a': shape: expected integers from 0 to
          {"a":{"shape":[[1]]}}           | tensor 'a': shape: expected integers from 0 to
          {"a":{"shape":[01]}}            | header: expected JSON
          {"a":{"shape":[9223372036854775808]}} | tensor 'a': shape: expected integers from 0 to
          {"a":{"shape":1}}               | tensor 'a': shape: expected a list of integers, got '1'
          {"a":{"shape":[MANY]}}          | tensor 'a': shape: expected at most 64 integers, got 'more'
          {"a":{"data_offsets":[0]}}      | tensor 'a': expected a key dtype, got none
          {"a":{"more":1}} | tensor 'a': expected the keys dtype, shape and data_offsets, got 'more'
          {"\\ud800":{}}                  | header: expected JSON, got Broken surrogate pair
          {"\\udc00":{}}                  | header: expected JSON, got Unexpected low surrogate
          """)
  void a_malformed_header_is_refused(String header, String message) throws IOException {
    Path file = write(file(header.replace("MANY", "1" + ",1".repeat(64)), 0));

    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @Test
  void a_byte_order_mark_is_refused() throws IOException {
    Path file = write(file("\ufeff{}", 0));

    assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(ModelFileException.class);
  }

  @Test
  void deep_nesting_is_refused() throws IOException {
    Path file = write(file("[".repeat(1_000_000), 0));

    assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(ModelFileException.class);
  }

  @Test
  void more_tensors_or_metadata_than_a_model_has_are_refused() throws IOException {
    refused(
        file(many(10_001, "\"%d\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,1]}"), 1),
        "header: expected at most 10000 tensors, got 'more'");
    refused(
        file("{\"__metadata__\":" + many(1001, "\"%d\":\"\"") + "}", 0),
        "__metadata__: expected at most 1000 entries, got 'more'");
  }

  private static String many(int count, String each) {
    return IntStream.range(0, count)
        .mapToObj(each::formatted)
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void offsets_that_do_not_fit_the_shape_are_refused() throws IOException {
    refused(
        file(FOUR_INTEGERS.replace("16", "4"), 4),
        "tensor 'test': expected 16 bytes for I32 [2, 2], got 4");
  }

  @Test
  void a_shape_that_overflows_is_refused() throws IOException {
    refused(
        file(FOUR_INTEGERS.replace("[2,2]", "[2,9223372036854775807]"), 16),
        "tensor 'test': expected a size below 2^63 bytes, got I32 [2, 9223372036854775807]");
    refused(
        file(FOUR_INTEGERS.replace("[2,2]", "[2,18446744073709551614]"), 16),
        "tensor 'test': shape: expected integers from 0 to 9223372036854775807, got"
            + " '18446744073709551614'");
  }

  @Test
  void tensors_that_share_bytes_are_refused() throws IOException {
    String header =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    "\"t%d\":{\"dtype\":\"I32\",\"shape\":[2,2],\"data_offsets\":[0,16]}"
                        .formatted(i))
            .collect(Collectors.joining(",", "{", "}"));

    refused(
        file(header, 16),
        "tensor 't1': expected its data to begin at 16, got 0 to 16. Tensors must lie side by"
            + " side.");
  }

  @Test
  void a_gap_is_refused() throws IOException {
    refused(
        file(FOUR_INTEGERS.replace("[0,16]", "[4,20]"), 20),
        "tensor 'test': expected its data to begin at 0, got 4 to 20. Tensors must lie side by"
            + " side.");
  }

  @Test
  void an_unknown_tensor_is_refused_with_its_neighbors() throws IOException {
    Safetensors tensors = read(FOUR_INTEGERS, 16);

    assertThatThrownBy(() -> tensors.longs("weight"))
        .isInstanceOf(ModelFileException.class)
        .hasMessageEndingWith("expected a tensor 'weight', got 1 others");
    assertThatThrownBy(() -> tensors.longs("tests"))
        .hasMessageEndingWith("expected a tensor 'tests', got 1 others; did you mean test?");
  }

  @Test
  void integers_are_not_given_out_as_floats() throws IOException {
    Safetensors tensors = read(FOUR_INTEGERS, 16);

    assertThatThrownBy(() -> tensors.floats("test"))
        .isInstanceOf(ModelFileException.class)
        .hasMessageEndingWith("tensor 'test': expected F32, F16 or BF16, got I32");
    assertThatThrownBy(() -> tensors.doubles("test"))
        .isInstanceOf(ModelFileException.class)
        .hasMessageEndingWith("tensor 'test': expected F64, got I32");
  }

  @Test
  void a_hostile_name_cannot_command_the_terminal() throws IOException {
    refused(file("{\"\\u001b[31m\":1}", 0), "tensor '\\u001b[31m': expected an object, got '1'");
  }

  @Test
  void a_missing_file_is_a_matter_of_the_disk() {
    assertThatThrownBy(() -> Safetensors.read(folder.resolve("absent")))
        .isInstanceOf(DiskException.class);
  }

  private void refused(byte[] bytes, String message) throws IOException {
    Path file = write(bytes);
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": " + message);
  }

  private Safetensors read(String header, int dataLength) throws IOException {
    return Safetensors.read(write(file(header, dataLength)));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("weights.safetensors"), bytes);
  }

  private static byte[] file(String header, int dataLength) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + text.length + dataLength).order(ByteOrder.LITTLE_ENDIAN);
    return file.putLong(text.length).put(text).array();
  }
}
