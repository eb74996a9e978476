package dev.figment.model.adversarial;

import dev.figment.data.Batch;
import dev.figment.model.AdversarialModel.AccuracyMeasure;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.nn.Pass;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * How often the discriminator is right in evaluation mode: both networks without dropout and by
 * their running statistics, examples as they are, with nothing that augments them.
 */
record DiscriminatorEvaluation(
    Generator generator, Discriminator discriminator, DiscriminatorStatistics statistics)
    implements AccuracyMeasure {
  /** Generated examples take the classes of the real ones. */
  @Override
  public DiscriminatorAccuracy of(Batch real, RandomStream stream) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Tensor classes = generator.isConditional() ? real.labels() : null;
      Tensor z = Noise.normal(stream, real.size(), generator.latentSize());
      Tensor fakes = generator.evaluate(z.to(real.examples().device()), classes);
      return new DiscriminatorAccuracy(
          real.size(),
          statistics.accuracyOfReal(logits(discriminator.real(real.examples()), classes)).item(),
          statistics.accuracyOfFake(logits(fakes, classes)).item());
    }
  }

  private Tensor logits(Tensor examples, @Nullable Tensor classes) {
    return discriminator.apply(examples, classes, Pass.inference()).logits();
  }
}
