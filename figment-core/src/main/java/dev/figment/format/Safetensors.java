package dev.figment.format;

import dev.figment.ModelFileException;
import dev.figment.PlainText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named tensors and a few words about them, out of a safetensors file. Immutable.
 *
 * <pre>{@code
 * Safetensors weights = Safetensors.read(Path.of("weights.safetensors"));
 * float[] bias = weights.floats("generator.0.bias");
 * }</pre>
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a> (we read eight of its
 *     types, see {@link Dtype})
 */
public final class Safetensors {
  private final String source;
  private final Map<String, String> metadata;
  private final Map<String, Entry> entries;

  Safetensors(String source, Map<String, String> metadata, Map<String, Entry> entries) {
    this.source = source;
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * Reads a whole file into memory, once everything in its header has been checked against its
   * length. {@link SafetensorsFile} reads what is asked for alone.
   *
   * @throws ModelFileException if the file breaks the format in any way
   * @throws dev.figment.DiskException if the file cannot be read
   */
  public static Safetensors read(Path file) {
    return SafetensorsFile.open(file).read();
  }

  /** What the file says about itself, in its order. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The tensors by name, in the order of their data. */
  public Map<String, Entry> entries() {
    return entries;
  }

  /**
   * The tensor of this name.
   *
   * @throws ModelFileException if there is none, with the names that are near
   */
  public Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw SafetensorsFile.none(source, name, entries.keySet());
    }
    return entry;
  }

  /**
   * The values of an F32, F16 or BF16 tensor, row-major; each widens without loss.
   *
   * @throws ModelFileException if there is no such tensor, or it is of another type
   */
  public float[] floats(String name) {
    Entry entry = entry(name);
    return switch (entry.dtype()) {
      case F32, F16, BF16 -> entry.floats();
      default -> throw wrongType(name, "F32, F16 or BF16", entry);
    };
  }

  /**
   * The values of an I64, I32, U8 or BOOL tensor, row-major; true is 1.
   *
   * @throws ModelFileException if there is no such tensor, or it is of another type
   */
  public long[] longs(String name) {
    Entry entry = entry(name);
    return switch (entry.dtype()) {
      case I64, I32, U8, BOOL -> entry.longs();
      default -> throw wrongType(name, "I64, I32, U8 or BOOL", entry);
    };
  }

  /**
   * The values of an F64 tensor, row-major.
   *
   * @throws ModelFileException if there is no such tensor, or it is of another type
   */
  public double[] doubles(String name) {
    Entry entry = entry(name);
    if (entry.dtype() != Dtype.F64) {
      throw wrongType(name, "F64", entry);
    }
    double[] values = new double[entry.count()];
    entry.data().asDoubleBuffer().get(values);
    return values;
  }

  private ModelFileException wrongType(String name, String expected, Entry entry) {
    return new ModelFileException(
        "%s: tensor %s: expected %s, got %s",
        source, PlainText.quoted(name), expected, entry.dtype());
  }

  /**
   * One tensor.
   *
   * @param shape its sizes, outermost first; none for a scalar
   * @param data its elements, row-major, little-endian and packed; given out read-only
   */
  public record Entry(Dtype dtype, long[] shape, ByteBuffer data) {
    public Entry {
      shape = shape.clone();
      data = data.slice().asReadOnlyBuffer();
    }

    /** An F32 tensor of these values. */
    public static Entry of(long[] shape, float... values) {
      ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
      data.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
      return new Entry(Dtype.F32, shape, data);
    }

    /** An F64 tensor of these values. */
    public static Entry of(long[] shape, double... values) {
      ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
      data.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(values);
      return new Entry(Dtype.F64, shape, data);
    }

    /** An I64 tensor of these values. */
    public static Entry of(long[] shape, long... values) {
      ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES));
      data.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
      return new Entry(Dtype.I64, shape, data);
    }

    @Override
    public long[] shape() {
      return shape.clone();
    }

    /** A view of its own, from the first byte to the last: moving in it moves nobody else. */
    @Override
    public ByteBuffer data() {
      return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many elements it holds. */
    public int count() {
      return data.capacity() / dtype.bytes();
    }

    private float[] floats() {
      ByteBuffer bytes = data();
      float[] values = new float[count()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            switch (dtype) {
              case F32 -> bytes.getFloat(i * Float.BYTES);
              case F16 -> Half.toFloat(bytes.getShort(i * Short.BYTES));
              default -> Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << Short.SIZE);
            };
      }
      return values;
    }

    private long[] longs() {
      ByteBuffer bytes = data();
      long[] values = new long[count()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            switch (dtype) {
              case I64 -> bytes.getLong(i * Long.BYTES);
              case I32 -> bytes.getInt(i * Integer.BYTES);
              default -> bytes.get(i) & 0xff;
            };
      }
      return values;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry entry
          && dtype == entry.dtype
          && Arrays.equals(shape, entry.shape)
          && data.equals(entry.data);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(shape) + data.hashCode();
    }

    @Override
    public String toString() {
      return dtype + " " + Arrays.toString(shape);
    }
  }
}
