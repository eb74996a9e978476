package dev.figment.model.adversarial.style;

import dev.figment.nn.Initializer;
import dev.figment.nn.Layer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Pooling;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A 3×3 convolution at an equalized learning rate that a style has a say in, with its {@link
 * Epilogue}; before it the image is made twice as large where asked for. The pass tells it its
 * style.
 *
 * @param filters channels that come out
 * @param doubles whether the image is made twice as high and wide first, bilinearly
 * @param style numbers of a style
 * @param picture channels of the picture that it makes on the side; 0 for none
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, figure 1</a> and <a
 *     href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, figure 2</a>. There an image
 *     doubled by repetition is blurred by [1, 2, 1]/4 after the convolution; bilinear doubling is
 *     both in one, before it
 */
public record StyledConvolution(
    int filters, boolean doubles, int style, Modulation modulation, int picture) implements Layer {
  private static final int KERNEL = 3;
  private static final String WEIGHT = "weight";
  private static final String PICTURE = "picture";

  @Override
  public Shape outputShape(Shape input) {
    int factor = doubles ? 2 : 1;
    return Shape.image(input.height() * factor, input.width() * factor, filters);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    Shape output = outputShape(input);
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(
        ParameterSpec.trainable(
            WEIGHT, new Initializer.Normal(1, 0), filters, input.channels(), KERNEL, KERNEL));
    if (modulation == Modulation.DEMODULATION) {
      specs.addAll(affine(input.channels()).parameters(style));
    }
    specs.addAll(epilogue().parameters(output));
    if (picture > 0) {
      toPicture().parameters(output).forEach(spec -> specs.add(spec.within(PICTURE)));
    }
    return specs;
  }

  private static Affine affine(int inputs) {
    return new Affine(inputs, 0);
  }

  private Epilogue epilogue() {
    return new Epilogue(filters, style, modulation);
  }

  private ToPicture toPicture() {
    return new ToPicture(picture, style);
  }

  @Override
  public long multiplyAdds(Shape input) {
    Shape output = outputShape(input);
    long convolved = (long) output.count() * KERNEL * KERNEL * input.channels();
    long styled =
        modulation == Modulation.DEMODULATION ? affine(input.channels()).multiplyAdds(style) : 0;
    long aside = picture > 0 ? toPicture().multiplyAdds(output) : 0;
    return convolved + styled + epilogue().multiplyAdds() + aside;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return epilogue().apply(convolved(doubles ? Pooling.bilinear(x, 2) : x, own, pass), own, pass);
  }

  private Tensor convolved(Tensor x, Parameters own, Pass pass) {
    double fanIn = x.size(1) * KERNEL * KERNEL;
    if (modulation == Modulation.ADAIN) {
      Tensor weight = own.get(WEIGHT).times(Math.sqrt(2 / fanIn));
      return ModulatedConvolution.plain(x, weight);
    }
    Tensor weight = own.get(WEIGHT).times(1 / Math.sqrt(fanIn));
    Tensor scales = affine((int) x.size(1)).apply(Affine.style(pass), own);
    return ModulatedConvolution.demodulated(x, weight, scales);
  }

  /**
   * The picture that it makes on the side, of what it gave; the pass tells it the picture's style.
   */
  Tensor picture(Tensor output, Parameters own, Pass pass) {
    return toPicture().apply(output, own.within(PICTURE), pass);
  }
}
