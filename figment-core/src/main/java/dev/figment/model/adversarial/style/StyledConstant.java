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
 * The learned image of 4×4 that all synthesis begins with, the same for every example; with {@link
 * Modulation#ADAIN} it is styled at once.
 *
 * @param channels of the image
 * @param style numbers of a style
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, figure 1</a>, where it begins
 *     at 1; from N(0, 1) as in its authors' later programs
 */
public record StyledConstant(int channels, int style, Modulation modulation) implements Layer {
  static final int SIDE = 4;
  private static final String CONSTANT = "constant";

  @Override
  public Shape outputShape(Shape input) {
    return Shape.image(SIDE, SIDE, channels);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(
        ParameterSpec.trainable(CONSTANT, new Initializer.Normal(1, 0), 1, channels, SIDE, SIDE));
    if (modulation == Modulation.ADAIN) {
      specs.addAll(epilogue().parameters(outputShape(input)));
    }
    return specs;
  }

  private Epilogue epilogue() {
    return new Epilogue(channels, style, modulation);
  }

  @Override
  public long multiplyAdds(Shape input) {
    return modulation == Modulation.ADAIN ? epilogue().multiplyAdds() : 0;
  }

  /**
   * @param x styles, of which only the number of examples counts here
   */
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Tensor each = own.get(CONSTANT).expand(x.size(0), channels, SIDE, SIDE).channelsLast();
    return modulation == Modulation.ADAIN ? epilogue().apply(each, own, pass) : each;
  }
}
