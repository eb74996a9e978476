package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * A layer through which its input takes several ways, merged at the end. The parameters of each
 * stand under its name: {@code shortcut.0.weight}.
 */
public interface Branched extends Layer {
  /** At least one, each of another name. */
  List<Way> ways();

  /** What becomes of what they give. */
  Merge merge();

  @Override
  default Shape outputShape(Shape input) {
    List<Way> ways = ways();
    return merge().outputShape(ways, ways.stream().map(way -> way.outputShape(input)).toList());
  }

  @Override
  default List<ParameterSpec> parameters(Shape input) {
    return ways().stream().flatMap(way -> way.parameters(input)).toList();
  }

  @Override
  default long multiplyAdds(Shape input) {
    return ways().stream().mapToLong(way -> way.multiplyAdds(input)).sum();
  }

  @Override
  default List<Layer> children() {
    return ways().stream().flatMap(way -> way.layers().stream()).toList();
  }

  @Override
  default Tensor apply(Tensor x, Parameters own, Pass pass) {
    return merge().of(ways().stream().map(way -> way.apply(x, own, pass)).toList());
  }
}
