package dev.figment.model.adversarial.gan;

import dev.figment.data.Batch;
import dev.figment.nn.Pass;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;

/**
 * Generated examples: fresh points each time, and the classes of a real batch in turn, so that
 * classes come as often as in the data, and a generated example beside a real one is of its class.
 *
 * @param latent numbers of a point
 */
record Fakes(Generator generator, int latent, RandomStreams streams) {
  /**
   * @param classes class numbers (examples); null where there are none
   */
  record Made(Tensor examples, Tensor classes) {}

  Made like(Batch reals, int count, Pass pass) {
    Tensor classes = generator.label() == null ? null : inTurn(reals, count);
    Tensor z = Noise.normal(streams.named("latent"), count, latent).to(device());
    return new Made(generator.apply(z, classes, pass), classes);
  }

  /** As many as are real, for the discriminator alone: the generator learns nothing of them. */
  Made unlearned(Batch reals, Pass pass) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return like(reals, reals.size(), pass);
    }
  }

  private Tensor inTurn(Batch reals, int count) {
    long[] which = new long[count];
    for (int i = 0; i < count; i++) {
      which[i] = i % reals.size();
    }
    return reals.labels().rows(Tensor.ofLongs(which, count).to(reals.labels().device()));
  }

  Device device() {
    return generator.layers().parameters().tensors().get(0).device();
  }
}
