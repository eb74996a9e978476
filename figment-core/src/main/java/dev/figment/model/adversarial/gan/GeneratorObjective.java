package dev.figment.model.adversarial.gan;

import dev.figment.data.Batch;
import dev.figment.loss.CategoricalCrossEntropy;
import dev.figment.loss.FeatureMatching;
import dev.figment.model.Losses;
import dev.figment.model.adversarial.PairwiseDistance;
import dev.figment.model.adversarial.gan.Discriminator.Opinion;
import dev.figment.model.adversarial.gan.Fakes.Made;
import dev.figment.nn.Pass;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;

/**
 * What the generator makes small: its adversarial loss, the discriminator's surprise at the classes
 * it was asked for, how far its features are from real ones, and how far it is from its past.
 *
 * @param batch how many examples it makes for an update
 */
record GeneratorObjective(
    GanRecipe recipe,
    int batch,
    Discriminator discriminator,
    Fakes fakes,
    DiscriminatorAugmentation view,
    Histories histories,
    RandomStreams streams) {

  Losses of(Batch reals) {
    Pass making = training();
    Pass telling = training();
    Made made = fakes.like(reals, batch, making);
    Opinion opinion = discriminator.of(view.of(made.examples()), made.classes(), telling);
    Tensor targets = recipe.targets().generator().draw(streams.named("targets"), batch);
    Tensor total = recipe.loss().generator(opinion.scores(), targets.to(fakes.device()));
    if (opinion.classes() != null) {
      total = total.plus(CategoricalCrossEntropy.of(opinion.classes(), made.classes()));
    }
    if (recipe.stabilisers().featureMatching() != null) {
      Tensor apart = FeatureMatching.of(features(reals), opinion.features());
      total = total.plus(apart.times(recipe.stabilisers().featureMatching()));
    }
    Losses losses = Losses.of(histories.added(total, "generator"), making, telling);
    return PairwiseDistance.told(losses, reals.examples(), made.examples());
  }

  private Tensor features(Batch reals) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return discriminator.of(view.of(reals.examples()), reals.labels(), training()).features();
    }
  }

  private Pass training() {
    return Pass.training(streams.named("dropout"));
  }
}
