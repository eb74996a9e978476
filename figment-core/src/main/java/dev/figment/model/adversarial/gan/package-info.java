/**
 * Generative adversarial networks: a generator that makes examples of noise, a discriminator that
 * tells them from real ones. Start at {@link dev.figment.model.adversarial.gan.GanRecipe}, then
 * {@link dev.figment.model.adversarial.gan.Gan}, which joins networks and phases.
 *
 * <p>What a recipe can add: {@link dev.figment.model.adversarial.gan.Labels} for classes, {@link
 * dev.figment.loss.Penalty penalties} and the like for what keeps the two in balance. {@code
 * Generator} and {@code Discriminator} are the networks with what tells them the class, {@code
 * DiscriminatorAugmentation} what the discriminator sees of an example, {@code Fakes} where
 * generated examples come from, {@code DiscriminatorObjective} and {@code GeneratorObjective} what
 * the phases make small, {@code Reference} what virtual batch normalization refers to, and {@code
 * GanValidation}, {@code ClassValidation} and {@code ReferenceValidation} what does not go
 * together.
 */
package dev.figment.model.adversarial.gan;
