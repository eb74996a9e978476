package dev.figment.run.exploration;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.latent.Points;
import dev.figment.model.Codec;
import dev.figment.model.Sampler;
import dev.figment.nn.Shape;
import dev.figment.picture.Tone;
import dev.figment.tensor.Device;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a model makes examples of points, whether it calls that sampling or decoding: a chunk at a
 * time, so that memory does not grow with their number.
 *
 * @param classCount how many classes the model knows; 0 for none
 * @param decoder from points and classes (or null) to examples
 * @param tone of the images
 */
public record ChunkedSampler(
    int latentSize, int classCount, BinaryOperator<Tensor> decoder, Tone tone) {
  private static final int FEWEST = 32;
  private static final int MOST = 256;

  /** Of all images of a chunk together: 256 of 32×32, 64 of 64×64. */
  private static final int PIXELS = 1 << 18;

  /** What an array holds. */
  private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

  /** By {@link Sampler#sample}. */
  public static ChunkedSampler of(Sampler sampler) {
    return new ChunkedSampler(sampler.latentSize(), sampler.classes(), sampler::sample, Tone.PLAIN);
  }

  /** By {@link Codec#decode}. */
  public static ChunkedSampler of(Codec codec) {
    return new ChunkedSampler(codec.latentSize(), codec.classes(), codec::decode, Tone.PLAIN);
  }

  /** The same with images in another tone. */
  public ChunkedSampler withTone(Tone tone) {
    return new ChunkedSampler(latentSize, classCount, decoder, tone);
  }

  /**
   * The images of points.
   *
   * @param z points one after the other, each of {@link #latentSize} numbers
   * @param classes a number for each point; null to have them in turn, where the model knows any
   * @param form of the examples that it learned from
   */
  public Samples images(float[] z, int @Nullable [] classes, ExampleForm form, Device device) {
    int one = form.shape().count();
    byte[] pixels = new byte[count(z, form) * one];
    eachChunk(
        z,
        classes,
        form,
        device,
        (made, start) ->
            System.arraycopy(made.pixels(), 0, pixels, start * one, made.pixels().length));
    return new Samples(form.shape(), pixels);
  }

  /**
   * As {@link #images}, handed over as they are made: memory does not grow with their number.
   *
   * @param consumer of some images and the number of the first of them; what it throws ends it
   */
  public void eachChunk(
      float[] z,
      int @Nullable [] classes,
      ExampleForm form,
      Device device,
      ObjIntConsumer<Samples> consumer) {
    count(z, form); // refuses what are no points
    inChunks(
        z,
        classes,
        form,
        device,
        (examples, start) ->
            consumer.accept(new Samples(form.shape(), tone.of(examples, form.range())), start));
  }

  /** As {@link #images}, of a model of vectors: what it makes, as numbers. */
  public Points vectors(float[] z, int @Nullable [] classes, ExampleForm form, Device device) {
    int one = form.shape().count();
    float[] values = new float[count(z, form) * one];
    inChunks(
        z,
        classes,
        form,
        device,
        (examples, start) -> {
          float[] numbers = examples.toArray();
          System.arraycopy(numbers, 0, values, start * one, numbers.length);
        });
    return new Points(values, one);
  }

  /** Hands over the examples of each chunk, with the number of its first point. */
  private void inChunks(
      float[] z,
      int @Nullable [] classes,
      ExampleForm form,
      Device device,
      ObjIntConsumer<Tensor> consumer) {
    int count = z.length / latentSize;
    int[] all = classesOf(count, classes);
    int most = chunkOf(form.shape());
    for (int start = 0; start < count; start += most) {
      int end = Math.min(count, start + most);
      try (Scope scope = Scope.open()) {
        float[] chunk = Arrays.copyOfRange(z, start * latentSize, end * latentSize);
        Tensor points = Tensor.of(chunk, end - start, latentSize).to(device);
        consumer.accept(decoder.apply(points, chunk(all, start, end, device)), start);
      }
    }
  }

  /** Large chunks are faster; how large they may be is a matter of memory. */
  public static int chunkOf(Shape shape) {
    int pixels = shape.isImage() ? shape.height() * shape.width() : 1;
    return Math.max(FEWEST, Math.min(MOST, PIXELS / pixels));
  }

  private static @Nullable Tensor chunk(
      int @Nullable [] classes, int start, int end, Device device) {
    if (classes == null) {
      return null;
    }
    long[] chunk = IntStream.range(start, end).mapToLong(i -> classes[i]).toArray();
    return Tensor.ofLongs(chunk, chunk.length).to(device);
  }

  private int @Nullable [] classesOf(int count, int @Nullable [] classes) {
    if (classCount == 0) {
      UsageException.require(classes == null, Samples.NO_CLASSES);
      return null;
    }
    if (classes == null) {
      return IntStream.range(0, count).map(i -> i % classCount).toArray();
    }
    UsageException.require(
        classes.length == count,
        "classes: expected one for each of %d points, got %d",
        count,
        classes.length);
    for (int each : classes) {
      UsageException.require(
          each >= 0 && each < classCount,
          "classes: expected numbers from 0 to %d, got %d",
          classCount - 1,
          each);
    }
    return classes;
  }

  /** Refuses to make none, and more examples or points than an array can hold. */
  void requireRoom(int count, ExampleForm form) {
    int most = MOST_NUMBERS / Math.max(form.shape().count(), latentSize);
    UsageException.require(
        count >= 1 && count <= most,
        "sample: expected 1 to %d examples of this model, got %d",
        most,
        count);
  }

  private int count(float[] z, ExampleForm form) {
    UsageException.require(
        z.length > 0 && z.length % latentSize == 0,
        "latent: expected points of %d numbers, got %d numbers in all",
        latentSize,
        z.length);
    requireRoom(z.length / latentSize, form);
    return z.length / latentSize;
  }
}
