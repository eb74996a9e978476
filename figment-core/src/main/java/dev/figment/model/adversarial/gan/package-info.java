/**
 * Generative adversarial networks: a generator that makes examples of noise, a discriminator that
 * tells them from real ones. Start at {@link dev.figment.model.adversarial.gan.GanRecipe}, then
 * {@link dev.figment.model.adversarial.gan.Gan}, which joins networks and phases.
 *
 * <p>What a recipe can add: {@link dev.figment.model.adversarial.gan.Labels} for classes, a {@link
 * dev.figment.loss.Penalty} or {@link dev.figment.model.adversarial.gan.InstanceNoise} to keep the
 * two in balance. {@code GanGenerator} and {@code GanDiscriminator} are the networks with what
 * tells them the class, {@code DiscriminatorAugmentation} what the discriminator sees of an
 * example, {@code Reference} what virtual batch normalization refers to, and {@code GanValidation},
 * {@code ClassValidation} and {@code ReferenceValidation} what does not go together.
 *
 * <p>Leans on {@code model.adversarial}, which has the step; knows no other kind of GAN.
 */
package dev.figment.model.adversarial.gan;
