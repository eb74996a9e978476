package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Event files as TensorBoard reads them: all records that are whole, with both checksums right. */
public final class EventRecords {
  private EventRecords() {}

  /** Those of a folder, oldest first. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().contains("tfevents"))
          .sorted()
          .toList();
    }
  }

  public static List<ProtobufFields> of(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  static List<ProtobufFields> of(byte[] file) {
    List<ProtobufFields> events = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.remaining() >= 16 && bytes.remaining() >= 16 + bytes.getLong(bytes.position())) {
      byte[] data = new byte[(int) bytes.getLong(bytes.position())];
      byte[] record = new byte[data.length + 16];
      bytes.get(record);
      System.arraycopy(record, 12, data, 0, data.length);
      assertThat(record).isEqualTo(EventFile.framed(data));
      events.add(ProtobufFields.of(data));
    }
    return events;
  }

  /** The values of a tag, as {@code 20 0.7}: step and number, of all files of a folder. */
  public static List<String> scalars(Path folder, String tag) throws IOException {
    List<String> values = new ArrayList<>();
    for (Path file : files(folder)) {
      for (ProtobufFields event : of(file)) {
        values(event, tag)
            .forEach(value -> values.add(event.number(2) + " " + number(value.message(8))));
      }
    }
    return values;
  }

  private static float number(ProtobufFields tensor) {
    return ByteBuffer.wrap(tensor.bytes(4)).order(ByteOrder.LITTLE_ENDIAN).getFloat();
  }

  /** Those of a tag in one event. */
  public static List<ProtobufFields> values(ProtobufFields event, String tag) {
    return event.has(5)
        ? event.message(5).messages(1).stream().filter(each -> each.text(1).equals(tag)).toList()
        : List.of();
  }

  /** All tags of a folder's files, each once, in order of appearance. */
  public static List<String> tags(Path folder) throws IOException {
    List<String> tags = new ArrayList<>();
    for (Path file : files(folder)) {
      of(file).stream()
          .filter(event -> event.has(5))
          .flatMap(event -> event.message(5).messages(1).stream())
          .forEach(value -> tags.add(value.text(1)));
    }
    return tags.stream().distinct().toList();
  }
}
