package dev.figment.model.adversarial.gan;

import dev.figment.data.Range;
import dev.figment.nn.DiffAugment;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;

/** What the discriminator sees of an example, real or generated: augmented, then under noise. */
final class DiscriminatorAugmentation {
  private final DiffAugment augment;
  private final InstanceNoise noise;
  private final Range range;
  private final RandomStreams streams;
  private double deviation;

  DiscriminatorAugmentation(Stabilisers stabilisers, Range range, RandomStreams streams) {
    this.augment = stabilisers.augment();
    this.noise = stabilisers.instanceNoise();
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
    Tensor seen =
        augment == null ? x : augment.apply(x, range.low(), 1, streams.named("augmentation"));
    if (deviation > 0) {
      Tensor drawn = Noise.normal(streams.named("instanceNoise"), x.shape()).to(x.device());
      seen = seen.plus(drawn.times(deviation));
    }
    return seen == x || x.rank() != 4 ? seen : seen.channelsLast();
  }
}
