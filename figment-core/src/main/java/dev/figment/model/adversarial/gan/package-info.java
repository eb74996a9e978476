/**
 * GANs of plain layers. Start at {@link dev.figment.model.adversarial.gan.GanRecipe}, then {@link
 * dev.figment.model.adversarial.gan.Gan}, which creates the networks; their training step is {@link
 * dev.figment.model.adversarial.AdversarialTraining}.
 *
 * <p>{@code GanGenerator} and {@code GanDiscriminator} are the networks with what embeds classes
 * ({@link dev.figment.model.adversarial.gan.Labels}), {@code DiscriminatorAugmentation} is what
 * happens to an example before the discriminator sees it ({@link dev.figment.nn.DiffAugment},
 * {@link dev.figment.model.adversarial.gan.InstanceNoise}), {@code Reference} the batch that
 * virtual batch normalization refers to. {@code GanValidation}, {@code ClassValidation} and {@code
 * ReferenceValidation} refuse what does not go together.
 */
@NullMarked
package dev.figment.model.adversarial.gan;

import org.jspecify.annotations.NullMarked;
