package dev.figment.format;

import dev.figment.UsageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EventFile} shows under a tag: a number, a picture, a histogram or a text.
 * TensorBoard groups tags by what stands before their first slash.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/compat/proto/summary.proto">summary.proto</a>
 */
public final class SummaryValue {
  private static final int FLOAT = 1;
  private static final int STRING = 7;
  private static final int BUCKETS = 30;
  private static final int PNG_HEADER = 26;

  private final String tag;
  private final int field;
  private final ProtobufMessage content;
  private final @Nullable String plugin;

  private SummaryValue(String tag, int field, ProtobufMessage content, @Nullable String plugin) {
    this.tag = tag;
    this.field = field;
    this.content = content;
    this.plugin = plugin;
  }

  /** A number, as float32. */
  public static SummaryValue scalar(String tag, double value) {
    byte[] bytes =
        ByteBuffer.allocate(Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putFloat((float) value)
            .array();
    ProtobufMessage tensor =
        new ProtobufMessage().number(1, FLOAT).message(2, new ProtobufMessage()).bytes(4, bytes);
    return new SummaryValue(tag, 8, tensor, "scalars");
  }

  /** A text, which TensorBoard reads as Markdown. */
  public static SummaryValue text(String tag, String markdown) {
    ProtobufMessage tensor =
        new ProtobufMessage().number(1, STRING).message(2, new ProtobufMessage()).text(8, markdown);
    return new SummaryValue(tag, 8, tensor, "text");
  }

  /**
   * A picture.
   *
   * @param png a whole PNG file, which goes into the event file as it is
   * @throws UsageException if it is none
   */
  public static SummaryValue image(String tag, byte[] png) {
    ByteBuffer header = ByteBuffer.wrap(png);
    UsageException.require(
        png.length > PNG_HEADER && header.getLong(0) == 0x89504e470d0a1a0aL,
        "image %s: expected a PNG file, got %d bytes of something else",
        tag,
        png.length);
    ProtobufMessage image =
        new ProtobufMessage()
            .number(1, header.getInt(20))
            .number(2, header.getInt(16))
            .number(3, channels(png[PNG_HEADER - 1]))
            .bytes(4, png);
    return new SummaryValue(tag, 4, image, null);
  }

  /** Gray 1, gray with alpha 2, RGB and palettes of it 3, RGBA 4. */
  private static int channels(byte colorType) {
    return switch (colorType) {
      case 0 -> 1;
      case 4 -> 2;
      case 6 -> 4;
      default -> 3;
    };
  }

  /**
   * How numbers are distributed, in {@value #BUCKETS} buckets of equal width, as Keras has them.
   * What is not finite is in none.
   */
  public static SummaryValue histogram(String tag, float[] values) {
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    double squares = 0;
    for (float each : values) {
      if (Float.isFinite(each)) {
        all.accept(each);
        squares += (double) each * each;
      }
    }
    ProtobufMessage histogram =
        new ProtobufMessage()
            .decimal(1, all.getCount() == 0 ? 0 : all.getMin())
            .decimal(2, all.getCount() == 0 ? 0 : all.getMax())
            .decimal(3, all.getCount())
            .decimal(4, all.getSum())
            .decimal(5, squares);
    return new SummaryValue(tag, 5, buckets(histogram, values, all), null);
  }

  private static ProtobufMessage buckets(
      ProtobufMessage to, float[] values, DoubleSummaryStatistics all) {
    double width = (all.getMax() - all.getMin()) / BUCKETS;
    if (all.getCount() == 0 || width == 0) {
      return to.decimals(6, all.getCount() == 0 ? 0 : all.getMax()).decimals(7, all.getCount());
    }
    double[] counts = new double[BUCKETS];
    for (float each : values) {
      if (Float.isFinite(each)) {
        counts[Math.min(BUCKETS - 1, (int) ((each - all.getMin()) / width))]++;
      }
    }
    double[] limits = new double[BUCKETS];
    Arrays.setAll(limits, i -> i == BUCKETS - 1 ? all.getMax() : all.getMin() + (i + 1) * width);
    return to.decimals(6, limits).decimals(7, counts);
  }

  /** Of which it is a value: {@code loss/generator}. */
  public String tag() {
    return tag;
  }

  /**
   * @param first in its file: then it says which of TensorBoard's plugins shows it
   */
  ProtobufMessage toMessage(boolean first) {
    ProtobufMessage value = new ProtobufMessage().text(1, tag).message(field, content);
    return first && plugin != null ? value.message(9, metadata(plugin)) : value;
  }

  private static ProtobufMessage metadata(String plugin) {
    return new ProtobufMessage().message(1, new ProtobufMessage().text(1, plugin));
  }
}
