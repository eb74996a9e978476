package dev.figment.recipe;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.model.adversarial.progressive.ProgressiveRecipe;
import dev.figment.model.adversarial.style.StyleRecipe;
import dev.figment.model.autoencoder.AutoencoderRecipe;
import dev.figment.model.pretraining.PretrainedClassifierRecipe;
import dev.figment.model.vae.VaeRecipe;

/** The kinds of model that Figment brings, for recipes to name. */
public final class ModelExtension implements Extension {
  @Override
  public void contribute(Contributions to) {
    to.add(ModelRecipe.class, "autoencoder", AutoencoderRecipe.class)
        .add(ModelRecipe.class, "vae", VaeRecipe.class)
        .add(ModelRecipe.class, "gan", GanRecipe.class)
        .add(ModelRecipe.class, "progressiveGan", ProgressiveRecipe.class)
        .add(ModelRecipe.class, "styleGan", StyleRecipe.class)
        .add(ModelRecipe.class, "pretrainedClassifier", PretrainedClassifierRecipe.class);
  }
}
