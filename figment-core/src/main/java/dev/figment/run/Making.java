package dev.figment.run;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.latent.Points;
import dev.figment.model.Codec;
import dev.figment.model.Sampler;
import dev.figment.tensor.Device;
import dev.figment.tensor.Tensor;
import java.util.function.BinaryOperator;

/**
 * How a model makes images of points, whether it calls that sampling or decoding.
 *
 * @param maker of points and classes (or null) to examples
 */
record Making(int latentSize, int classes, BinaryOperator<Tensor> maker) {
  static Making by(Sampler sampler) {
    return new Making(sampler.latentSize(), sampler.classes(), sampler::sample);
  }

  static Making by(Codec codec) {
    return new Making(codec.latentSize(), codec.classes(), codec::decode);
  }

  Samples of(float[] z, int[] classes, ExampleForm form, Device device) {
    return Samples.of(maker, z, latentSize, asked(z, classes), form, device);
  }

  /** What it makes as numbers, of a model of vectors. */
  Points vectors(float[] z, int[] classes, ExampleForm form, Device device) {
    return Samples.vectors(maker, z, latentSize, asked(z, classes), form, device);
  }

  private int[] asked(float[] z, int[] classes) {
    UsageException.require(
        z.length > 0 && z.length % latentSize == 0,
        "latent: expected points of %d numbers, got %d numbers in all",
        latentSize,
        z.length);
    return Samples.classes(this.classes, classes, z.length / latentSize);
  }
}
