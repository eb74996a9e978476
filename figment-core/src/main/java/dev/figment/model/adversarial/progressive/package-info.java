/**
 * GANs whose networks grow with the resolution. Start at {@link
 * dev.figment.model.adversarial.progressive.ProgressiveRecipe}, then {@link
 * dev.figment.model.adversarial.progressive.ProgressiveGan}.
 *
 * <p>{@link dev.figment.model.adversarial.progressive.GrowthSchedule} says when networks grow,
 * {@code Growth} how far they have, {@code Plan} and {@code Blocks} what they are made of. {@code
 * GrowingGenerator} and {@code GrowingDiscriminator} are layers in sequence of which only some are
 * at work, and {@code Fade} what lies between two resolutions. How far a saved model has grown
 * follows from the images that its weights file says it was shown.
 */
@NullMarked
package dev.figment.model.adversarial.progressive;

import org.jspecify.annotations.NullMarked;
