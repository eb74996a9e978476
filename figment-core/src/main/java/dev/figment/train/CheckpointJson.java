package dev.figment.train;

import dev.figment.ModelFileException;
import dev.figment.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a checkpoint says in JSON: short, whole, and with no number left out. */
final class CheckpointJson {
  private static final int LONGEST = 4_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private CheckpointJson() {}

  static String write(Object value) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** On one line. */
  static String writeLine(Object value) {
    return JSON.writeValueAsString(value);
  }

  /**
   * Reads a file.
   *
   * @param what it should be, for messages: "a manifest"
   * @throws ModelFileException if it is none
   * @throws IOException if the file cannot be read
   */
  static <T> T read(Path file, String what, TypeReference<T> type) throws IOException {
    return parse(text(file, what), file + ": not " + what, type);
  }

  /**
   * Reads text.
   *
   * @param wrong what a message says before the reason
   */
  static <T> T parse(String text, String wrong, TypeReference<T> type) {
    try {
      T value = JSON.readValue(text, type);
      if (value == null) {
        throw new ModelFileException("%s: null", wrong);
      }
      return value;
    } catch (JacksonException e) {
      throw new ModelFileException("%s: %s", wrong, PlainText.name(e.getOriginalMessage()));
    }
  }

  private static String text(Path file, String what) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new ModelFileException("%s: not %s: longer than %d bytes", file, what, LONGEST);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ModelFileException("%s: not %s: no text in UTF-8", file, what);
    }
  }
}
