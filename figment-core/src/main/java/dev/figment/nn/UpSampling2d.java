package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Pooling;
import dev.figment.tensor.Tensor;
import java.util.Locale;

/**
 * An image made {@code factor} times as high and wide.
 *
 * @param factor at least 1
 */
public record UpSampling2d(
    @JsonProperty(defaultValue = "2") int factor,
    @JsonProperty(defaultValue = "nearest") Interpolation interpolation)
    implements Layer {

  /** Where new pixels come from. */
  public enum Interpolation {
    NEAREST,
    BILINEAR;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public UpSampling2d {
    require(factor >= 1, "upSampling2d: factor must be at least 1, got %d", factor);
  }

  @Override
  public Shape outputShape(Shape input) {
    ShapeException.requireImage(input);
    return Shape.image(input.height() * factor, input.width() * factor, input.channels());
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return interpolation == Interpolation.NEAREST
        ? Pooling.nearest(x, factor)
        : Pooling.bilinear(x, factor);
  }
}
