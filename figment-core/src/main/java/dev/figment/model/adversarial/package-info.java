/**
 * What all kinds of GAN share. Start at {@link dev.figment.model.adversarial.AdversarialTraining},
 * the step of each: it moves a {@link dev.figment.model.adversarial.Generator} and a {@link
 * dev.figment.model.adversarial.Discriminator} as {@link
 * dev.figment.model.adversarial.AdversarialOptions} say. {@link
 * dev.figment.model.adversarial.DiscriminatorStatistics} and {@link
 * dev.figment.model.adversarial.PairwiseDistance} are what each tells of itself while it trains.
 *
 * <p>Rooms, which do not know each other: {@code model.adversarial.gan}, {@code
 * model.adversarial.progressive}, {@code model.adversarial.style}.
 */
package dev.figment.model.adversarial;
