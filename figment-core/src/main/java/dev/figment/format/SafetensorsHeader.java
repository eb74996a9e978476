package dev.figment.format;

import dev.figment.ModelFileException;
import dev.figment.PlainText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON header of a safetensors file, read as strictly as the format says: UTF-8, one object, no
 * key twice, plain integers. What it claims of the data is for {@link SafetensorsReader} to check.
 */
final class SafetensorsHeader {
  static final String METADATA = "__metadata__";

  /** What the header says of one tensor: its bytes are [begin, end) of the data. */
  record Claim(String name, Dtype dtype, long[] shape, long begin, long end) {}

  static final int MOST_TENSORS = 10_000;
  static final int MOST_METADATA = 1_000;
  private static final int MOST_SIZES = 64;
  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,18}");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();

  private final String source;
  private final JsonParser json;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();

  private SafetensorsHeader(String source, JsonParser json) {
    this.source = source;
    this.json = json;
  }

  static SafetensorsHeader parse(String source, ByteBuffer utf8) {
    String text = decode(source, utf8);
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      SafetensorsHeader header = new SafetensorsHeader(source, json);
      header.readAll();
      return header;
    } catch (JacksonException e) {
      String reason = e.getOriginalMessage();
      throw new ModelFileException(
          "%s: header: expected JSON, got %s",
          source, PlainText.name(reason.lines().findFirst().orElse("")));
    }
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /** In the order of the header. */
  List<Claim> claims() {
    return claims;
  }

  private static String decode(String source, ByteBuffer utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw new ModelFileException("%s: header: expected UTF-8 text, got other bytes", source);
    }
  }

  private void readAll() {
    expect(JsonToken.START_OBJECT, "header", "a JSON object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (name.equals(METADATA)) {
        readMetadata();
      } else {
        claims.add(claim(name));
        requireAtMost(MOST_TENSORS, claims.size(), "header", "tensors");
      }
    }
    if (json.nextToken() != null) {
      throw refuse("header", "nothing after the JSON object", json.getString());
    }
  }

  private void readMetadata() {
    expect(JsonToken.START_OBJECT, METADATA, "an object of strings");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      expect(JsonToken.VALUE_STRING, METADATA + " " + PlainText.quoted(key), "a string");
      metadata.put(key, json.getString());
      requireAtMost(MOST_METADATA, metadata.size(), METADATA, "entries");
    }
  }

  private Claim claim(String name) {
    String place = "tensor " + PlainText.quoted(name);
    expect(JsonToken.START_OBJECT, place, "an object");
    Dtype dtype = null;
    long[] shape = null;
    long[] offsets = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      switch (json.currentName()) {
        case "dtype" -> dtype = dtype(place);
        case "shape" -> shape = integers(place + ": shape");
        case "data_offsets" -> offsets = integers(place + ": data_offsets");
        default ->
            throw refuse(place, "the keys dtype, shape and data_offsets", json.currentName());
      }
    }
    if (dtype == null || shape == null || offsets == null) {
      String missing = dtype == null ? "dtype" : shape == null ? "shape" : "data_offsets";
      throw new ModelFileException("%s: %s: expected a key %s, got none", source, place, missing);
    }
    if (offsets.length != 2) {
      throw refuse(place + ": data_offsets", "two numbers", String.valueOf(offsets.length));
    }
    return new Claim(name, dtype, shape, offsets[0], offsets[1]);
  }

  private Dtype dtype(String place) {
    expect(JsonToken.VALUE_STRING, place + ": dtype", "a string");
    String name = json.getString();
    if (Dtype.isForeign(name)) {
      throw new ModelFileException(
          "%s: %s: dtype %s is not supported. Convert the tensor to F32 or I64 where the file was"
              + " made.",
          source, place, name);
    }
    return Dtype.named(name).orElseThrow(() -> refuse(place + ": dtype", "a known type", name));
  }

  private long[] integers(String place) {
    expect(JsonToken.START_ARRAY, place, "a list of integers");
    List<Long> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(integer(place));
      requireAtMost(MOST_SIZES, values.size(), place, "integers");
    }
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  private long integer(String place) {
    String text = json.getString();
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || !INTEGER.matcher(text).matches()) {
      throw refuse(place, "integers from 0 to 9223372036854775807", text);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw refuse(place, "integers from 0 to 9223372036854775807", text);
    }
  }

  /** What is counted takes more memory than its text: it is refused before it adds up. */
  private void requireAtMost(int most, int count, String place, String what) {
    if (count > most) {
      throw refuse(place, "at most %d %s".formatted(most, what), "more");
    }
  }

  private void expect(JsonToken token, String place, String what) {
    if (json.nextToken() != token) {
      throw refuse(place, what, json.currentToken() == null ? "" : json.getString());
    }
  }

  private ModelFileException refuse(String place, String expected, String got) {
    return new ModelFileException(
        "%s: %s: expected %s, got %s", source, place, expected, PlainText.quoted(got));
  }
}
