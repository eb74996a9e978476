package dev.figment.run.exploration;

import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Codec;
import dev.figment.model.PosteriorCodec;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import dev.figment.picture.Tone;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Images, and what a model makes of the points that it describes them by.
 *
 * @param shape of one image
 * @param originals all of them, bytes channels last
 * @param damaged the same as the model saw them; null where it saw the originals. Values beyond the
 *     range of the data are clipped to it
 * @param reconstructions the same number of bytes
 */
public record Reconstructions(
    Shape shape, byte[] originals, byte @Nullable [] damaged, byte[] reconstructions) {
  private static final int CHUNK = 64;

  /** Of images that the model saw as they are. */
  public Reconstructions(Shape shape, byte[] originals, byte[] reconstructions) {
    this(shape, originals, null, reconstructions);
  }

  /** A chunk at a time, so that memory does not grow with their number. */
  public static Reconstructions of(Codec codec, ImageSet set, Range range, Device device) {
    return of(codec, set, range, device, Reconstructing.PLAIN);
  }

  /**
   * The same of images that are damaged, or by points that are drawn.
   *
   * @throws ClassCastException if points are to be drawn and the codec is no {@link PosteriorCodec}
   */
  public static Reconstructions of(
      Codec codec, ImageSet set, Range range, Device device, Reconstructing how) {
    int size = set.shape().count();
    byte[] originals = new byte[Math.multiplyExact(set.size(), size)];
    byte[] reconstructions = new byte[originals.length];
    byte[] damaged = how.corruption() == null ? null : new byte[originals.length];
    Way way = new Way(codec, range, how);
    for (int start = 0; start < set.size(); start += CHUNK) {
      int end = Math.min(set.size(), start + CHUNK);
      for (int i = start; i < end; i++) {
        set.copyBytes(i, originals, i * size);
      }
      try (Scope scope = Scope.open()) {
        Batch batch = Batch.of(set, range, start, end, device);
        way.fill(batch, damaged, reconstructions, start * size);
      }
    }
    return new Reconstructions(set.shape(), originals, damaged, reconstructions);
  }

  /** From images through damage and points to images. */
  private static final class Way {
    private final Codec codec;
    private final Range range;
    private final Reconstructing how;
    private final RandomStream damage;
    private final RandomStream posterior;

    Way(Codec codec, Range range, Reconstructing how) {
      this.codec = codec;
      this.range = range;
      this.how = how;
      this.damage = RandomStream.named("corruption", how.seed());
      this.posterior = RandomStream.named("posterior", how.seed());
    }

    void fill(Batch batch, byte @Nullable [] damaged, byte[] made, int offset) {
      Tensor classes = codec.classes() > 0 ? batch.labels() : null;
      Tensor seen = batch.examples();
      if (how.corruption() != null) {
        seen = how.corruption().damage().of(seen, damage);
        copy(range.toBytes(seen), Objects.requireNonNull(damaged), offset);
      }
      copy(range.toBytes(codec.decode(point(seen, classes), classes)), made, offset);
    }

    private Tensor point(Tensor seen, @Nullable Tensor classes) {
      return how.sampled()
          ? ((PosteriorCodec) codec).draw(seen, classes, posterior)
          : codec.encode(seen, classes);
    }

    private static void copy(byte[] chunk, byte[] to, int offset) {
      System.arraycopy(chunk, 0, to, offset, chunk.length);
    }
  }

  /** How many images. */
  public int count() {
    return originals.length / shape.count();
  }

  /** Some of them, in this order. */
  public Reconstructions only(int... images) {
    int size = shape.count();
    byte[] before = new byte[images.length * size];
    byte[] after = new byte[before.length];
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(originals, images[i] * size, before, i * size, size);
      System.arraycopy(reconstructions, images[i] * size, after, i * size, size);
    }
    return new Reconstructions(shape, before, after);
  }

  /** (original − reconstruction)², averaged over the pixels of one image, pixels from 0 to 1. */
  public double meanSquaredError(int image) {
    return squaredError(image, reconstructions);
  }

  /** The mean of {@link #meanSquaredError(int)} over all images. */
  public double meanSquaredError() {
    return IntStream.range(0, count()).mapToDouble(this::meanSquaredError).average().orElseThrow();
  }

  /**
   * The same of the damaged images: what the model is given to repair; 0 where nothing was damaged.
   */
  public double damagedMeanSquaredError() {
    byte[] seen = damaged == null ? originals : damaged;
    return IntStream.range(0, count())
        .mapToDouble(image -> squaredError(image, seen))
        .average()
        .orElseThrow();
  }

  private double squaredError(int image, byte[] other) {
    double sum = 0;
    for (int i = image * shape.count(); i < (image + 1) * shape.count(); i++) {
      double difference = ((originals[i] & 0xff) - (other[i] & 0xff)) / 255.0;
      sum += difference * difference;
    }
    return sum / shape.count();
  }

  /** A row of originals, below it the damaged ones, if any, and what was made, and so on. */
  public ImageGrid grid(int columns) {
    return grid(columns, Tone.PLAIN);
  }

  /** The same in a tone. */
  public ImageGrid grid(int columns, Tone tone) {
    List<byte[]> kinds =
        Stream.of(originals, damaged, reconstructions)
            .filter(Objects::nonNull)
            .map(each -> tone.of(shape, each))
            .toList();
    int rows = (count() + columns - 1) / columns;
    int row = columns * shape.count();
    byte[] all = new byte[Math.multiplyExact(kinds.size() * rows, row)];
    Arrays.fill(all, (byte) 255);
    for (int i = 0; i < rows * kinds.size(); i++) {
      int from = i / kinds.size() * row;
      int length = Math.min(row, originals.length - from);
      System.arraycopy(kinds.get(i % kinds.size()), from, all, i * row, length);
    }
    return ImageGrid.of(shape, all).columns(columns);
  }
}
