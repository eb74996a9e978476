package dev.figment.format;

import dev.figment.ModelFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A program that reads headers made to take all the memory that there is, in a process that has
 * little, and prints what came of each.
 */
final class HostileHeaders {
  private static final int LONGEST = SafetensorsReader.LONGEST_HEADER;

  private HostileHeaders() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    for (Map.Entry<String, Supplier<String>> each : headers().entrySet()) {
      write(file, each.getValue().get());
      System.out.println(each.getKey() + ": " + outcome(file));
    }
  }

  /** Made one at a time: together they would take more than there is. */
  private static Map<String, Supplier<String>> headers() {
    Map<String, Supplier<String>> headers = new LinkedHashMap<>();
    headers.put("spaces", () -> "{}" + " ".repeat(LONGEST - 2));
    headers.put("brackets", () -> "[".repeat(LONGEST));
    headers.put("objects", () -> "{\"a\":".repeat(LONGEST / 5));
    headers.put("a long name", () -> "{\"" + "a".repeat(LONGEST - 5) + "\":1}");
    headers.put("a long wide name", () -> "{\"" + "\u20ac".repeat(LONGEST / 3 - 5) + "\":1}");
    headers.put("a long value", () -> metadata("\"a\":\"" + "a".repeat(LONGEST - 25) + "\""));
    headers.put(
        "a long wide value", () -> metadata("\"a\":\"\u20ac" + "a".repeat(LONGEST - 30) + "\""));
    headers.put("a long number", () -> "{\"a\":{\"shape\":[" + "9".repeat(LONGEST - 20) + "]}}");
    headers.put(
        "a long shape", () -> "{\"a\":{\"shape\":[1" + ",1".repeat(LONGEST / 2 - 20) + "]}}");
    headers.put("many metadata", () -> metadata(many("\"%d\":\"\"")));
    headers.put(
        "many tensors",
        () -> "{" + many("\"%d\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}") + "}");
    headers.put("beyond the limit", () -> "{}" + " ".repeat(LONGEST));
    return headers;
  }

  private static String metadata(String entries) {
    return "{\"__metadata__\":{" + entries + "}}";
  }

  private static String many(String each) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; all.length() < LONGEST - 100; i++) {
      all.append(i == 0 ? "" : ",").append(each.formatted(i));
    }
    return all.toString();
  }

  private static void write(Path file, String header) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(text.length).put(text).array());
  }

  private static String outcome(Path file) {
    try {
      return "read, " + Safetensors.read(file).entries().size() + " tensors";
    } catch (ModelFileException e) {
      return "refused";
    }
  }
}
