package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a network wants its images: in color, whether the channels come last, and from what to what
 * their values go.
 *
 * @param name of the input
 * @param shape (images, 3, height, width) or (images, height, width, 3); −1 where any size will do
 * @param range as the file says it: {@code 0..255}, {@code 0..1} or {@code -1..1}
 */
record OnnxInput(Path file, String name, long[] shape, String range) {
  private static final int LONGEST_SIDE = 4096;
  private static final String RANGE = "figment.input";
  private static final Map<String, double[]> FACTOR_AND_SHIFT =
      Map.of(
          "0..255", new double[] {1, 0},
          "0..1", new double[] {1 / 255.0, 0},
          "-1..1", new double[] {1 / 127.5, -1});

  /**
   * @throws dev.figment.UsageException if the network takes something else than color images
   */
  static OnnxInput of(Path file, OnnxSession session) {
    Map<String, NodeInfo> inputs = session.inputs();
    require(
        inputs.size() == 1,
        "%s: expected a network with one input, images, got %d: %s",
        file,
        inputs.size(),
        String.join(", ", inputs.keySet()));
    NodeInfo info = inputs.values().iterator().next();
    OnnxInput input =
        new OnnxInput(file, info.getName(), shape(file, info), session.metadata(RANGE, "0..255"));
    require(
        FACTOR_AND_SHIFT.containsKey(input.range),
        "%s: %s: expected 0..255, 0..1 or -1..1, got %s",
        file,
        RANGE,
        input.range);
    return input;
  }

  private static long[] shape(Path file, NodeInfo info) {
    boolean isFloat =
        info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT;
    long[] shape = info.getInfo() instanceof TensorInfo tensor ? tensor.getShape() : new long[0];
    require(
        isFloat && shape.length == 4 && (shape[1] == 3 || shape[3] == 3) && shape[0] < 0,
        "%s: input %s: expected floats of (n, 3, h, w) or (n, h, w, 3) with any n, got %s",
        file,
        info.getName(),
        isFloat ? Arrays.toString(shape) : info.getInfo());
    require(
        Arrays.stream(shape).allMatch(side -> side <= LONGEST_SIDE),
        "%s: input %s: expected images of at most %d×%d, got %s",
        file,
        info.getName(),
        LONGEST_SIDE,
        LONGEST_SIDE,
        Arrays.toString(shape));
    return shape;
  }

  private boolean channelsLast() {
    return shape[1] != 3;
  }

  /** Height and width; −1 where any will do. */
  long[] size() {
    return channelsLast() ? new long[] {shape[1], shape[2]} : new long[] {shape[2], shape[3]};
  }

  /**
   * @throws dev.figment.UsageException if the network cannot take such images
   */
  void requireFit(Shape image) {
    require(
        image.rank() == 3 && (image.channels() == 1 || image.channels() == 3),
        "%s: expected images of 1 or 3 channels, got %s",
        file,
        image);
    long[] size = size();
    require(
        (size[0] < 0 || size[0] == image.height()) && (size[1] < 0 || size[1] == image.width()),
        "%s: expected images of %d×%d, got %s. docs/inception_onnx.py makes a file that takes any"
            + " size.",
        file,
        size[0],
        size[1],
        image);
  }

  /** The shape of so many images of a size. */
  long[] batch(long images, long height, long width) {
    return channelsLast()
        ? new long[] {images, height, width, 3}
        : new long[] {images, 3, height, width};
  }

  /**
   * The values of images as the network wants them; gray ones three times.
   *
   * @param pixels (images, 1 or 3, height, width), 0 to 255
   */
  float[] values(Tensor pixels) {
    Tensor color =
        pixels.size(1) == 1 ? Tensor.concatenate(1, List.of(pixels, pixels, pixels)) : pixels;
    double[] change = FACTOR_AND_SHIFT.getOrDefault(range, new double[] {1, 0});
    Tensor scaled = color.times(change[0]).plus(change[1]);
    return (channelsLast() ? scaled.permute(0, 2, 3, 1) : scaled).toArray();
  }
}
