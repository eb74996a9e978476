package dev.figment.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The same numbers in another shape, in the order height, width, channels: {@code reshape: [7, 7,
 * 128]}. No copy where memory already lies so.
 */
public record Reshape(@JsonProperty("shape") int... shape) implements Layer {
  public Reshape {
    shape = Shape.of(shape).sizes();
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape output = Shape.of(shape);
    if (output.count() != input.count()) {
      throw new ShapeException(
          "%d numbers for %s".formatted(output.count(), output),
          "%d from %s".formatted(input.count(), input),
          "Make the sizes multiply to %d.".formatted(input.count()));
    }
    return output;
  }

  @Override
  public boolean keepsNumbers() {
    return true;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    long[] sizes =
        LongStream.concat(LongStream.of(x.size(0)), Arrays.stream(shape).asLongStream()).toArray();
    Tensor reshaped = channelsInnermost(x).reshape(sizes);
    return sizes.length == 4 ? reshaped.permute(0, 3, 1, 2) : reshaped;
  }

  /** An image batch as (examples, height, width, channels): a view, since memory lies so. */
  static Tensor channelsInnermost(Tensor x) {
    return x.rank() == 4 ? x.permute(0, 2, 3, 1) : x;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reshape reshape && Arrays.equals(shape, reshape.shape);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(shape);
  }
}
