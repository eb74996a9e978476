package dev.figment.tensor;

import org.bytedeco.pytorch.global.torch;

/** Pixels added (or, where negative, taken away) at the four edges of an image. */
public record Edges(int top, int bottom, int left, int right) {
  public static final Edges NONE = new Edges(0, 0, 0, 0);

  /** The same on opposite sides, as the engine's own convolutions pad. */
  public boolean isEven() {
    return top == bottom && left == right;
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
