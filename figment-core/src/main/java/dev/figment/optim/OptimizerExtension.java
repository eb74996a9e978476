package dev.figment.optim;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;

/** The optimizers of this package, for recipes to name. */
public final class OptimizerExtension implements Extension {
  @Override
  public void contribute(Contributions to) {
    to.add(Rule.class, Sgd.class)
        .add(Rule.class, Momentum.class)
        .add(Rule.class, "rmsprop", RmsProp.class)
        .add(Rule.class, Adam.class);
  }
}
