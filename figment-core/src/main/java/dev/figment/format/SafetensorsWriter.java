package dev.figment.format;

import static dev.figment.UsageException.require;

import dev.figment.format.Safetensors.Entry;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes named tensors as safetensors. The same tensors give the same bytes, in whatever order they
 * were put.
 *
 * <pre>{@code
 * new SafetensorsWriter()
 *     .metadata("recipe", "mnist-dcgan")
 *     .put("generator.0.bias", new long[] {2}, new float[] {0, 1})
 *     .write(Path.of("weights.safetensors"));
 * }</pre>
 */
public final class SafetensorsWriter {
  private static final Comparator<Map.Entry<String, Entry>> WIDEST_FIRST =
      Comparator.comparing(
              (Map.Entry<String, Entry> named) -> named.getValue().dtype(),
              Comparator.reverseOrder())
          .thenComparing(Map.Entry::getKey);

  private final Map<String, String> metadata = new TreeMap<>(Map.of("format", "pt"));
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** Says something about the file; a later word under the same key replaces the earlier one. */
  public SafetensorsWriter metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /**
   * Adds an F32 tensor, row-major.
   *
   * @throws dev.figment.UsageException if the name is taken or the values do not fill the shape
   */
  public SafetensorsWriter put(String name, long[] shape, float[] values) {
    return put(name, Entry.of(shape, values));
  }

  /**
   * Adds an I64 tensor, row-major.
   *
   * @throws dev.figment.UsageException if the name is taken or the values do not fill the shape
   */
  public SafetensorsWriter put(String name, long[] shape, long[] values) {
    return put(name, Entry.of(shape, values));
  }

  /**
   * Adds a tensor of any type; its data must not change before {@link #write}.
   *
   * @throws dev.figment.UsageException if the name is taken or the data does not fill the shape
   */
  public SafetensorsWriter put(String name, Entry entry) {
    require(!name.equals(SafetensorsHeader.METADATA), "safetensors: the name %s is taken", name);
    long expected = Arrays.stream(entry.shape()).reduce(entry.dtype().bytes(), Math::multiplyExact);
    require(
        expected == entry.data().capacity(),
        "safetensors: tensor '%s': expected %d bytes for %s, got %d",
        name,
        expected,
        entry,
        entry.data().capacity());
    require(
        entries.putIfAbsent(name, entry) == null, "safetensors: tensor '%s' was put twice", name);
    return this;
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws dev.figment.UsageException if names and metadata take more than 4,000,000 bytes, or
   *     there are more than 10,000 tensors or 1,000 metadata: {@link SafetensorsFile#open} reads no
   *     more
   * @throws dev.figment.DiskException if the file cannot be written
   */
  public void write(Path file) {
    write(file, SafetensorsReader.LONGEST_HEADER);
  }

  void write(Path file, int longestHeader) {
    require(
        entries.size() <= SafetensorsHeader.MOST_TENSORS
            && metadata.size() <= SafetensorsHeader.MOST_METADATA,
        "safetensors: expected at most %d tensors and %d metadata, got %d and %d",
        SafetensorsHeader.MOST_TENSORS,
        SafetensorsHeader.MOST_METADATA,
        entries.size(),
        metadata.size());
    List<Map.Entry<String, Entry>> ordered =
        entries.entrySet().stream().sorted(WIDEST_FIRST).toList();
    ByteBuffer header = header(ordered, longestHeader);
    AtomicFile.write(file, channel -> write(channel, header, ordered));
  }

  private static void write(
      FileChannel channel, ByteBuffer header, List<Map.Entry<String, Entry>> ordered)
      throws IOException {
    AtomicFile.writeFully(channel, header);
    for (Map.Entry<String, Entry> named : ordered) {
      AtomicFile.writeFully(channel, named.getValue().data());
    }
  }

  /** The header's length and the header, filled with spaces to a multiple of eight bytes. */
  private ByteBuffer header(List<Map.Entry<String, Entry>> ordered, int longest) {
    byte[] json = json(ordered).getBytes(StandardCharsets.UTF_8);
    int length = (json.length + 7) / 8 * 8;
    require(
        length <= longest,
        "safetensors: expected names and metadata of at most %d bytes, got %d",
        longest,
        length);
    byte[] padded = Arrays.copyOf(json, length);
    Arrays.fill(padded, json.length, length, (byte) ' ');
    ByteBuffer header = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
    return header.putLong(length).put(padded).flip();
  }

  private String json(List<Map.Entry<String, Entry>> ordered) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeName(SafetensorsHeader.METADATA).writeStartObject();
      metadata.forEach(json::writeStringProperty);
      json.writeEndObject();
      long begin = 0;
      for (Map.Entry<String, Entry> named : ordered) {
        json.writeName(named.getKey());
        begin = writeClaim(json, named.getValue(), begin);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static long writeClaim(JsonGenerator json, Entry entry, long begin) {
    long end = begin + entry.data().capacity();
    long[] shape = entry.shape();
    json.writeStartObject().writeStringProperty("dtype", entry.dtype().name()).writeName("shape");
    json.writeArray(shape, 0, shape.length).writeName("data_offsets");
    json.writeArray(new long[] {begin, end}, 0, 2).writeEndObject();
    return end;
  }
}
