package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** One layer of vectors, applied to every step of a sequence with the same parameters. */
public record TimeDistributed(Layer layer) implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    ShapeException.requireSequence(input);
    Shape step = layer.outputShape(Shape.vector(input.channels()));
    if (!step.isVector()) {
      throw new ShapeException(
          "a layer that gives a vector at each step",
          step,
          "Use a layer of vectors, such as dense.");
    }
    return Shape.sequence(input.size(0), step.size(0));
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return layer.parameters(Shape.vector(input.channels()));
  }

  @Override
  public List<Layer> children() {
    return List.of(layer);
  }

  @Override
  public Optional<Kernel> kernelParameter() {
    return layer.kernelParameter();
  }

  @Override
  public long multiplyAdds(Shape input) {
    return input.size(0) * layer.multiplyAdds(Shape.vector(input.channels()));
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Tensor steps = layer.apply(x.reshape(-1, x.size(2)), own, pass.repeating(x.size(1)));
    return steps.reshape(x.size(0), x.size(1), -1);
  }

  @Override
  public Optional<Layer> logits() {
    return layer.logits().map(TimeDistributed::new);
  }
}
