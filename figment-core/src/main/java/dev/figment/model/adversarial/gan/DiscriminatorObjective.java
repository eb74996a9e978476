package dev.figment.model.adversarial.gan;

import dev.figment.data.Batch;
import dev.figment.loss.CategoricalCrossEntropy;
import dev.figment.loss.DiscriminatorLogits;
import dev.figment.loss.Penalty;
import dev.figment.model.Losses;
import dev.figment.model.adversarial.DiscriminatorStatistics;
import dev.figment.model.adversarial.gan.Discriminator.Opinion;
import dev.figment.model.adversarial.gan.Fakes.Made;
import dev.figment.nn.Pass;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the discriminator makes small: its adversarial loss, the surprise at classes where it is to
 * find them out (averaged over the batch), penalties, and how far it is from its past.
 */
record DiscriminatorObjective(
    GanRecipe recipe,
    Discriminator discriminator,
    Fakes fakes,
    DiscriminatorAugmentation view,
    DiscriminatorStatistics scores,
    Histories histories,
    RandomStreams streams) {

  /** One update for real and generated examples. */
  Losses mixed(Batch reals) {
    int count = reals.size();
    Made made = fakes.unlearned(reals, training());
    Tensor classes = made.classes() == null ? null : twice(reals.labels());
    Tensor targets = Tensor.concatenate(0, List.of(real(count), fake(count)));
    Pass pass = training();
    Opinion all = ofBoth(reals, made, classes, pass);
    Losses losses = learned(all, targets, classes, count, reals, made.examples(), pass);
    return told(
        told(losses, part(all, 0, count), reals.labels(), true),
        part(all, count, count),
        reals.labels(),
        false);
  }

  /** In one batch, but apart where layers look at a batch as a whole: it then is of one kind. */
  private Opinion ofBoth(Batch reals, Made made, Tensor classes, Pass pass) {
    if (GanValidation.looksAtBatches(recipe.discriminator())) {
      return discriminator
          .of(view.of(reals.examples()), reals.labels(), pass)
          .and(discriminator.of(view.of(made.examples()), made.classes(), pass));
    }
    Tensor examples = Tensor.concatenate(0, List.of(reals.examples(), made.examples()));
    return discriminator.of(view.of(examples), classes, pass);
  }

  Losses real(Batch reals) {
    Pass pass = training();
    Opinion opinion = discriminator.of(view.of(reals.examples()), reals.labels(), pass);
    int count = reals.size();
    Losses losses = learned(opinion, real(count), reals.labels(), count, reals, null, pass);
    return told(losses, opinion, reals.labels(), true);
  }

  Losses fake(Batch reals) {
    Made made = fakes.unlearned(reals, training());
    Pass pass = training();
    Opinion opinion = discriminator.of(view.of(made.examples()), made.classes(), pass);
    Losses losses = learned(opinion, fake(reals.size()), made.classes(), 0, null, null, pass);
    return told(losses, opinion, made.classes(), false);
  }

  /** R1 alone, for all the updates that went without. */
  Losses lazyR1(Batch reals, int updates) {
    Tensor penalty = penalty(recipe.stabilisers().r1().penalty(), reals, null);
    return Losses.of(penalty.times(updates)).with("penalty/r1", penalty);
  }

  /**
   * @param count how many examples are real
   * @param reals those, for penalties; null for none
   */
  private Losses learned(
      Opinion opinion,
      Tensor targets,
      Tensor classes,
      int count,
      Batch reals,
      Tensor made,
      Pass pass) {
    Tensor total =
        recipe.loss().discriminator(new DiscriminatorLogits(opinion.scores(), targets, count));
    if (opinion.classes() != null) {
      total = total.plus(CategoricalCrossEntropy.of(opinion.classes(), classes));
    }
    Map<String, Tensor> penalties =
        reals == null ? Map.of() : penalties(reals, made, opinion.scores().narrow(0, 0, count));
    for (Tensor penalty : penalties.values()) {
      total = total.plus(penalty);
    }
    Losses losses = Losses.of(histories.added(total, "discriminator"), pass);
    for (Map.Entry<String, Tensor> each : penalties.entrySet()) {
      losses = losses.with("penalty/" + each.getKey(), each.getValue());
    }
    return losses;
  }

  private Map<String, Tensor> penalties(Batch reals, Tensor made, Tensor scoresOfReals) {
    Map<String, Tensor> penalties = new LinkedHashMap<>();
    recipe
        .stabilisers()
        .inEachUpdate()
        .forEach((name, each) -> penalties.put(name, penalty(each, reals, made)));
    if (recipe.stabilisers().drift() != null) {
      penalties.put("drift", recipe.stabilisers().drift().of(scoresOfReals));
    }
    return penalties;
  }

  private Tensor penalty(Penalty penalty, Batch reals, Tensor made) {
    return penalty.of(
        x -> discriminator.of(view.of(x), reals.labels(), training()).scores(),
        reals.examples(),
        made,
        streams.named("penalty"));
  }

  /** Statistics of the examples of one kind. */
  private Losses told(Losses losses, Opinion opinion, Tensor classes, boolean real) {
    Losses more =
        real ? scores.real(losses, opinion.scores()) : scores.fake(losses, opinion.scores());
    return opinion.classes() == null
        ? more
        : more.with(
            real ? "classAccuracy/real" : "classAccuracy/fake",
            CategoricalCrossEntropy.accuracy(opinion.classes().detached(), classes));
  }

  private static Opinion part(Opinion all, int start, int count) {
    return new Opinion(
        null,
        all.scores().narrow(0, start, count),
        all.classes() == null ? null : all.classes().narrow(0, start, count));
  }

  private static Tensor twice(Tensor labels) {
    return Tensor.concatenate(0, List.of(labels, labels));
  }

  private Tensor real(int count) {
    return recipe.targets().real().draw(streams.named("targets"), count).to(fakes.device());
  }

  private Tensor fake(int count) {
    return recipe.targets().fake().draw(streams.named("targets"), count).to(fakes.device());
  }

  private Pass training() {
    return Pass.training(streams.named("dropout"));
  }
}
