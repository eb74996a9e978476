package dev.figment.model.vae;

import dev.figment.nn.Initializer;
import dev.figment.nn.Layer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of an encoder: dense layers side by side that give the mean and the log-variance of a
 * Gaussian, and a context for flows, as one vector in this order.
 *
 * @param latent numbers of the mean, and of the log-variance
 * @param context numbers of the context; 0 for none
 */
public record PosteriorHead(int latent, int context) implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    if (!input.isVector()) {
      throw new ShapeException("a vector", input, "End the encoder with flatten.");
    }
    return Shape.vector(2 * latent + context);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    List<ParameterSpec> specs = new ArrayList<>();
    add(specs, "mean", latent, input);
    add(specs, "log_variance", latent, input);
    if (context > 0) {
      add(specs, "context", context, input);
    }
    return specs;
  }

  private static void add(List<ParameterSpec> specs, String name, int units, Shape input) {
    specs.add(
        ParameterSpec.trainable(
            name + ".weight", new Initializer.GlorotUniform(), units, input.count()));
    specs.add(ParameterSpec.trainable(name + ".bias", new Initializer.Zeros(), units));
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (2L * latent + context) * input.count();
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    List<Tensor> parts = new ArrayList<>();
    parts.add(dense("mean", x, own));
    parts.add(dense("log_variance", x, own));
    if (context > 0) {
      parts.add(dense("context", x, own));
    }
    return Tensor.concatenate(1, parts);
  }

  private static Tensor dense(String name, Tensor x, Parameters own) {
    return x.linear(own.get(name + ".weight"), own.get(name + ".bias"));
  }
}
