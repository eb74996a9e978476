/** What all kinds of GAN share. Start at {@link dev.figment.model.adversarial.gan.GanRecipe}. */
package dev.figment.model.adversarial;
