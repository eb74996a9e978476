package dev.figment.model.adversarial.gan;

import dev.figment.data.Range;
import dev.figment.nn.DiffAugment;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What the discriminator sees of an example, real or generated: augmented, then under noise. */
final class DiscriminatorAugmentation {
  private static final StreamName AUGMENTATION = new StreamName("augmentation");
  private static final StreamName INSTANCE_NOISE = new StreamName("instanceNoise");

  private final @Nullable DiffAugment augment;
  private final @Nullable InstanceNoise noise;
  private final Range range;
  private final RandomStreams streams;
  private double deviation;

  /**
   * @param augment null for none
   * @param noise null for none
   */
  DiscriminatorAugmentation(
      @Nullable DiffAugment augment,
      @Nullable InstanceNoise noise,
      Range range,
      RandomStreams streams) {
    this.augment = augment;
    this.noise = noise;
    this.range = range;
    this.streams = streams;
    at(0);
  }

  /** When so many thousand real images were shown. */
  void at(double kimg) {
    deviation = noise == null ? 0 : noise.at(kimg);
  }

  /** Gradients pass through. */
  Tensor of(Tensor x) {
    Tensor seen = augment == null ? x : augment.apply(x, range.low(), 1, streams.of(AUGMENTATION));
    if (deviation > 0) {
      Tensor drawn = Noise.normal(streams.of(INSTANCE_NOISE), x.shape()).to(x.device());
      seen = seen.plus(drawn.times(deviation));
    }
    return seen == x || x.rank() != 4 ? seen : seen.channelsLast();
  }
}
