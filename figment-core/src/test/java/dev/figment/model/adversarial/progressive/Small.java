package dev.figment.model.adversarial.progressive;

import dev.figment.data.ExampleForm;
import dev.figment.model.ModelContext;
import dev.figment.nn.Shape;
import dev.figment.optim.Adam;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;

/** Images of 16×16×2 in batches of four; 8 images at each resolution, 12 for a fade. */
final class Small {
  static final int BATCH = 4;
  static final int DOUBLINGS = 2;
  static final ExampleForm FORM = ExampleForm.of(Shape.image(16, 16, 2));

  private Small() {}

  static ProgressiveRecipe recipe() {
    return new ProgressiveRecipe(
        3,
        4,
        new Channels(24, 5),
        new GrowthSchedule(0.008, 0.012),
        2,
        null,
        null,
        new Adam(1e-2, 0, 0.99, 1e-8, 0, null, null));
  }

  static ProgressiveGan gan() {
    return (ProgressiveGan)
        recipe().create(new ModelContext(FORM, BATCH, new RandomStreams(3), Device.CPU));
  }

  static Tensor noise(long... shape) {
    return Noise.normal(RandomStream.named("test", 5), shape);
  }
}
