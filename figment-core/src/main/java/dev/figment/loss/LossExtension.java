package dev.figment.loss;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import java.util.List;

/** The adversarial losses and penalties of this package, for recipes to name. */
public final class LossExtension implements Extension {
  private static final List<Class<? extends AdversarialLoss>> LOSSES =
      List.of(
          BinaryCrossEntropy.class,
          NonSaturating.class,
          Minimax.class,
          MaximumLikelihood.class,
          LeastSquares.class,
          Wasserstein.class,
          Hinge.class);

  private static final List<Class<? extends Penalty>> PENALTIES =
      List.of(GradientPenalty.class, Dragan.class, R1.class, Drift.class);

  @Override
  public void contribute(Contributions to) {
    LOSSES.forEach(each -> to.add(AdversarialLoss.class, each));
    PENALTIES.forEach(each -> to.add(Penalty.class, each));
  }
}
