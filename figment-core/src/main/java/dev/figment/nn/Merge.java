package dev.figment.nn;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How what several {@link Way}s make of one input becomes one output. */
public enum Merge {
  /** Side by side along the units, features or channels, in order. */
  CONCATENATE {
    @Override
    public Shape outputShape(List<Way> ways, List<Shape> shapes) {
      int[] sizes = shapes.get(0).sizes();
      for (int i = 1; i < ways.size(); i++) {
        if (!Arrays.equals(places(shapes.get(0)), places(shapes.get(i)))) {
          throw unlike(ways, shapes, i, " and any channels", "an averagePooling2d");
        }
        sizes[sizes.length - 1] += shapes.get(i).channels();
      }
      return Shape.of(sizes);
    }

    /** All sizes but that of the channels. */
    private int[] places(Shape shape) {
      return Arrays.copyOf(shape.sizes(), shape.rank() - 1);
    }

    @Override
    public Tensor of(List<Tensor> outputs) {
      int rank = outputs.get(0).rank();
      Tensor joined = Tensor.concatenate(rank == 4 ? 1 : rank - 1, outputs);
      return rank == 4 ? joined.channelsLast() : joined;
    }
  },

  /** Their sum. */
  ADD {
    @Override
    public Shape outputShape(List<Way> ways, List<Shape> shapes) {
      for (int i = 1; i < ways.size(); i++) {
        if (!shapes.get(i).equals(shapes.get(0))) {
          throw unlike(ways, shapes, i, "", "a conv2d with kernel 1");
        }
      }
      return shapes.get(0);
    }

    @Override
    public Tensor of(List<Tensor> outputs) {
      return outputs.stream().reduce(Tensor::plus).orElseThrow();
    }
  };

  /**
   * The shape of what they become.
   *
   * @param shapes what the ways give, in their order
   * @throws ShapeException if they do not go together; the message names the first that does not
   */
  public abstract Shape outputShape(List<Way> ways, List<Shape> shapes);

  /** One of the batches that the ways gave, in their order. */
  public abstract Tensor of(List<Tensor> outputs);

  private static ShapeException unlike(
      List<Way> ways, List<Shape> shapes, int which, String but, String remedy) {
    return new ShapeException(
        "%s to give %s%s, as %s does"
            .formatted(ways.get(which).place(), shapes.get(0), but, ways.get(0).place()),
        shapes.get(which),
        "Change its layers, such as by %s.".formatted(remedy));
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
