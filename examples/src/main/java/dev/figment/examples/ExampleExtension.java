package dev.figment.examples;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.loss.AdversarialLoss;
import dev.figment.model.ModelRecipe;
import dev.figment.nn.Layer;
import dev.figment.optim.Rule;

/**
 * What this library adds to what recipes can name. {@code
 * META-INF/services/dev.figment.catalogue.Extension} names this class, and that is all.
 */
public final class ExampleExtension implements Extension {
  @Override
  public void contribute(Contributions to) {
    to.add(Layer.class, WeightNormalization.class)
        .add(AdversarialLoss.class, SquaredHinge.class)
        .add(Rule.class, AdaGrad.class)
        .add(ModelRecipe.class, "flowMatching", FlowMatchingRecipe.class);
  }
}
