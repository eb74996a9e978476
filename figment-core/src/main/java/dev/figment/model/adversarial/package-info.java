/**
 * What all kinds of GAN share. Start at {@link dev.figment.model.adversarial.AdversarialTraining}:
 * their training step, from top to bottom in the order in which it happens. It knows a {@link
 * dev.figment.model.adversarial.Generator} and a {@link
 * dev.figment.model.adversarial.Discriminator}, whatever networks they are, and {@link
 * dev.figment.model.adversarial.AdversarialOptions}: loss, penalties, updates, targets, optimizers.
 *
 * <p>{@code DiscriminatorParts}, {@link dev.figment.model.adversarial.DiscriminatorStatistics} and
 * {@link dev.figment.model.adversarial.PairwiseDistance} are what every GAN reports while it
 * trains, {@link dev.figment.model.adversarial.Ema} is the moving average that samples come from.
 *
 * <p>Kinds of GAN, each a room that knows no other: {@code gan} (plain layers), {@code progressive}
 * (networks that grow), {@code style} (a mapping and a synthesis network).
 */
@NullMarked
package dev.figment.model.adversarial;

import org.jspecify.annotations.NullMarked;
