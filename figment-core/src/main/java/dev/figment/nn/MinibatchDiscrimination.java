package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Appends to each vector how near the others of its batch are, one number for each kernel b: o_b =
 * Σ exp(−‖M_b(x) − M_b(x′)‖₁) + bias_b, over all other examples x′. M_b(x) is x times a matrix with
 * {@code dimensions} rows, each of length exp(scale). Needs at least two examples.
 *
 * @param kernels how many numbers are appended, at least 1
 * @param dimensions in which each kernel compares, at least 1
 * @see <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016, section 3.2</a>. Scaled
 *     rows, the bias that begins at −1 and leaving out the example itself are its authors'
 *     program's, which also sets the first scales by a batch of data; here they begin at length 1
 */
public record MinibatchDiscrimination(
    @JsonProperty(defaultValue = "100") int kernels,
    @JsonProperty(defaultValue = "5") int dimensions)
    implements Layer {
  public MinibatchDiscrimination {
    require(kernels >= 1, "minibatchDiscrimination: kernels must be at least 1, got %d", kernels);
    require(
        dimensions >= 1,
        "minibatchDiscrimination: dimensions must be at least 1, got %d",
        dimensions);
  }

  @Override
  public Shape outputShape(Shape input) {
    ShapeException.requireVector(input);
    return Shape.vector(input.size(0) + kernels);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int rows = Math.multiplyExact(kernels, dimensions);
    return List.of(
        ParameterSpec.trainable("weight", new Initializer.Normal(0.05, 0), rows, input.size(0)),
        ParameterSpec.trainable("scale", new Initializer.Zeros(), rows),
        ParameterSpec.trainable("bias", new Initializer.Normal(0, -1), kernels));
  }

  @Override
  public Optional<Kernel> kernelParameter() {
    return Optional.of(Kernel.WEIGHT);
  }

  @Override
  public BatchDependence batchDependence() {
    return BatchDependence.COMPARISON;
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) kernels * dimensions * input.count();
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    long batch = x.size(0);
    require(
        batch >= 2,
        "minibatchDiscrimination: expected at least 2 examples to compare, got %d."
            + " Use a larger batch.",
        batch);
    Tensor placed = x.linear(rows(own), null).toFloats().reshape(batch, kernels, dimensions);
    Tensor one = placed.reshape(batch, 1, kernels, dimensions);
    Tensor other = placed.reshape(1, batch, kernels, dimensions);
    Tensor distances = one.minus(other).abs().sum(new long[] {3}, false);
    Tensor nearness = distances.negated().exp().sum(new long[] {1}, false).minus(1);
    return Tensor.concatenate(1, List.of(x, nearness.plus(own.get("bias"))));
  }

  private static Tensor rows(Parameters own) {
    Tensor weight = own.get("weight");
    Tensor lengths = weight.norm(new long[] {1}, true);
    return weight.times(own.get("scale").exp().reshape(-1, 1).dividedBy(lengths));
  }
}
