package dev.figment.run.exploration;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.latent.Points;
import dev.figment.model.Codec;
import dev.figment.model.Sampler;
import dev.figment.tensor.Device;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * How a model makes examples of points, whether it calls that sampling or decoding: a part at a
 * time, so that memory does not grow with their number.
 *
 * @param classes how many the model knows; 0 for none
 * @param maker of points and classes (or null) to examples
 */
public record ChunkedSampler(int latentSize, int classes, BinaryOperator<Tensor> maker) {
  private static final int PART = 64;

  /** What an array holds. */
  private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

  public static ChunkedSampler by(Sampler sampler) {
    return new ChunkedSampler(sampler.latentSize(), sampler.classes(), sampler::sample);
  }

  public static ChunkedSampler by(Codec codec) {
    return new ChunkedSampler(codec.latentSize(), codec.classes(), codec::decode);
  }

  /**
   * @param asked classes of the points; null for all in turn
   */
  public Samples of(float[] z, int[] asked, ExampleForm form, Device device) {
    int one = form.shape().count();
    byte[] pixels = new byte[count(z, form) * one];
    inParts(
        z,
        asked,
        device,
        (start, made) -> {
          byte[] bytes = form.range().toBytes(made);
          System.arraycopy(bytes, 0, pixels, start * one, bytes.length);
        });
    return new Samples(form.shape(), pixels);
  }

  /** What it makes as numbers, of a model of vectors. */
  public Points vectors(float[] z, int[] asked, ExampleForm form, Device device) {
    int one = form.shape().count();
    float[] values = new float[count(z, form) * one];
    inParts(
        z,
        asked,
        device,
        (start, made) -> {
          float[] numbers = made.toArray();
          System.arraycopy(numbers, 0, values, start * one, numbers.length);
        });
    return new Points(values, one);
  }

  /** Hands over what is made of each part, with the number of its first point. */
  private void inParts(float[] z, int[] asked, Device device, BiConsumer<Integer, Tensor> taker) {
    int count = z.length / latentSize;
    int[] all = classesOf(count, asked);
    for (int start = 0; start < count; start += PART) {
      int end = Math.min(count, start + PART);
      try (Scope scope = Scope.open()) {
        float[] part = Arrays.copyOfRange(z, start * latentSize, end * latentSize);
        Tensor points = Tensor.of(part, end - start, latentSize).to(device);
        taker.accept(start, maker.apply(points, part(all, start, end, device)));
      }
    }
  }

  private static Tensor part(int[] classes, int start, int end, Device device) {
    if (classes == null) {
      return null;
    }
    long[] part = IntStream.range(start, end).mapToLong(i -> classes[i]).toArray();
    return Tensor.ofLongs(part, part.length).to(device);
  }

  private int[] classesOf(int count, int[] asked) {
    if (classes == 0) {
      UsageException.require(asked == null, Samples.NO_CLASSES);
      return null;
    }
    if (asked == null) {
      return IntStream.range(0, count).map(i -> i % classes).toArray();
    }
    UsageException.require(
        asked.length == count,
        "classes: expected one for each of %d points, got %d",
        count,
        asked.length);
    for (int each : asked) {
      UsageException.require(
          each >= 0 && each < classes,
          "classes: expected numbers from 0 to %d, got %d",
          classes - 1,
          each);
    }
    return asked;
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
