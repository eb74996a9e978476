package dev.figment.tensor;

import org.bytedeco.pytorch.global.torch;

/** Pixels added (or, where negative, taken away) at the four edges of an image. */
public record Edges(int top, int bottom, int left, int right) {
  public static final Edges NONE = new Edges(0, 0, 0, 0);

  /** The same on opposite sides, as the engine's own convolutions pad. */
  public boolean isEven() {
    return top == bottom && left == right;
  }

  /** The most that can be padded evenly; the engine's convolutions do that without a copy. */
  Edges even() {
    int rows = Math.max(0, Math.min(top, bottom));
    int columns = Math.max(0, Math.min(left, right));
    return new Edges(rows, rows, columns, columns);
  }

  Edges minus(Edges other) {
    return new Edges(
        top - other.top, bottom - other.bottom, left - other.left, right - other.right);
  }

  public Edges negated() {
    return new Edges(-top, -bottom, -left, -right);
  }

  /** A copy of the image batch with these edges. */
  public Tensor pad(Tensor x, double value) {
    long[] lastAxisFirst = {left, right, top, bottom};
    return Engine.call(
        "pad",
        () -> torch.constant_pad_nd(x.nativeTensor(), lastAxisFirst, Engine.scalar(value)),
        x);
  }
}
