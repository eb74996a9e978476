package dev.figment.nn;

import static dev.figment.UsageException.require;

import org.jspecify.annotations.Nullable;

/** What both poolings share: how their window moves over an image. */
final class PoolWindow {
  private PoolWindow() {}

  static int stride(String kind, int pool, @Nullable Integer stride) {
    require(pool >= 1, "%s: pool must be at least 1, got %d", kind, pool);
    require(stride == null || stride >= 1, "%s: stride must be at least 1, got %d", kind, stride);
    return stride == null ? pool : stride;
  }

  static Shape outputShape(Shape input, int pool, int stride, Padding padding) {
    ShapeException.requireImage(input);
    int height = padding.windows(input.height(), pool, stride);
    int width = padding.windows(input.width(), pool, stride);
    if (height < 1 || width < 1) {
      throw new ShapeException(
          "an image of at least %d×%d for pool %d with valid padding".formatted(pool, pool, pool),
          input,
          "Use a smaller pool, or padding: same.");
    }
    return Shape.image(height, width, input.channels());
  }
}
