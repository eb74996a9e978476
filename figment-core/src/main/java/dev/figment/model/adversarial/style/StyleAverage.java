package dev.figment.model.adversarial.style;

import static dev.figment.UsageException.require;

import dev.figment.nn.Initializer;
import dev.figment.nn.Layer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * Leaves styles as they are, and remembers their mean for truncation: average ← momentum·average +
 * (1 − momentum)·mean of the batch, from 0, in training only.
 *
 * @param momentum in [0, 1)
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, appendix B</a>; a running
 *     mean of momentum 0.995 is its authors' program's
 */
public record StyleAverage(double momentum) implements Layer {
  static final String AVERAGE = "average";

  public StyleAverage {
    require(
        momentum >= 0 && momentum < 1,
        "styleAverage: momentum must be in [0, 1), got %s",
        momentum);
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of(ParameterSpec.statistic(AVERAGE, new Initializer.Zeros(), input.count()));
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    if (pass.isTraining()) {
      Tensor mean = x.detached().toFloats().mean(new long[] {0}, false);
      own.get(AVERAGE).moveTowards(mean, 1 - momentum);
    }
    return x;
  }
}
