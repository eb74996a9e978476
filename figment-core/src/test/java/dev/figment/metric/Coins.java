package dev.figment.metric;

import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.DensityModel;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A model small enough to integrate: z ~ N(0, 1), four pixels, each white with the probability
 * sigmoid(aⱼ·z + bⱼ), and a posterior N(m·Σ aⱼ·(xⱼ − ½), s²) that is near the true one, not it.
 */
record Coins(double[] slopes, double[] offsets, double pull, double spread)
    implements DensityModel {
  static final Coins LOADED =
      new Coins(new double[] {1.5, -2, 0.7, 1}, new double[] {0.2, -0.4, 1, -1}, 0.4, 0.8);

  /** All sixteen images. */
  static ImageSet images() {
    byte[] bytes = new byte[64];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (255 * (i / 4 >> i % 4 & 1));
    }
    return ImageSet.ofBytes("coins", Shape.image(2, 2, 1), List.of(), new int[16], bytes);
  }

  static Examples examples() {
    return new Examples(images(), Range.ZERO_TO_ONE, Device.CPU);
  }

  /** The pixels of image number {@code i}. */
  static float[] pixels(int i) {
    float[] pixels = new float[4];
    for (int j = 0; j < 4; j++) {
      pixels[j] = i >> j & 1;
    }
    return pixels;
  }

  @Override
  public Tensor logWeights(Batch batch, int samples, List<RandomStream> streams) {
    float[] x = batch.examples().toArray();
    float[] logs = new float[batch.size() * samples];
    for (int i = 0; i < logs.length; i++) {
      float[] pixels = Arrays.copyOfRange(x, i / samples * 4, i / samples * 4 + 4);
      logs[i] =
          (float)
              logWeight(pixels, mean(pixels) + spread * streams.get(i / samples).nextGaussian());
    }
    return Tensor.of(logs, batch.size(), samples);
  }

  private double mean(float[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += slopes[j] * (x[j] - 0.5);
    }
    return pull * sum;
  }

  private double logWeight(float[] x, double z) {
    return logJoint(x, z) - logNormal(z, mean(x), spread);
  }

  private double logJoint(float[] x, double z) {
    double sum = logNormal(z, 0, 1);
    for (int j = 0; j < x.length; j++) {
      double logit = slopes[j] * z + offsets[j];
      sum -= Math.log1p(Math.exp(x[j] == 1 ? -logit : logit));
    }
    return sum;
  }

  /** log ∫ p(x|z)·p(z) dz. */
  double logLikelihood(float[] x) {
    return Math.log(integral(z -> Math.exp(logJoint(x, z))));
  }

  /** ∫ q(z|x)·log w(z) dz. */
  double elbo(float[] x) {
    return integral(z -> Math.exp(logNormal(z, mean(x), spread)) * logWeight(x, z));
  }

  static double logNormal(double z, double mean, double spread) {
    double distance = (z - mean) / spread;
    return -0.5 * distance * distance - Math.log(spread) - 0.5 * Math.log(2 * Math.PI);
  }

  /** The trapezoidal rule from −12 to 12: exact to rounding for what falls off like a Gaussian. */
  private static double integral(DoubleUnaryOperator of) {
    double sum = 0;
    for (int i = -6000; i <= 6000; i++) {
      sum += of.applyAsDouble(i * 0.002);
    }
    return sum * 0.002;
  }
}
