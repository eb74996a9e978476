package dev.figment.model.adversarial.style;

import dev.figment.nn.Initializer;
import dev.figment.nn.Layer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Channels to colors: a 1×1 convolution whose weights the style scales, without demodulation. The
 * pass tells it its style.
 *
 * @param colors channels of the picture
 * @param style numbers of a style
 * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, section 4.1</a> (no
 *     difference)
 */
public record ToPicture(int colors, int style) implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    return Shape.image(input.height(), input.width(), colors);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(
        ParameterSpec.trainable(
            "weight", new Initializer.Normal(1, 0), colors, input.channels(), 1, 1));
    specs.add(ParameterSpec.trainable("bias", new Initializer.Zeros(), colors));
    specs.addAll(new Affine(input.channels(), 0).parameters(style));
    return specs;
  }

  @Override
  public long multiplyAdds(Shape input) {
    long styled = new Affine(input.channels(), 0).multiplyAdds(style);
    return (long) colors * input.count() + styled;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    int channels = (int) x.size(1);
    Tensor scales = new Affine(channels, 0).apply(Affine.style(pass), own);
    Tensor weight = own.get("weight").times(1 / Math.sqrt(channels));
    return ModulatedConvolution.of(x, weight, scales).plus(own.get("bias").reshape(1, -1, 1, 1));
  }
}
