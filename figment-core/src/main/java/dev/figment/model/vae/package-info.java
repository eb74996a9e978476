/**
 * Variational autoencoders. Start at {@link dev.figment.model.vae.VaeRecipe}, then {@link
 * dev.figment.model.vae.Vae}: the loss, and what the model can do; {@code VaeNetworks} is the way
 * through encoder, posterior, flow and decoder, and {@code Bound} the parts of the evidence lower
 * bound. {@code Posterior} is the encoder's Gaussian; {@code InverseAutoregressiveFlow} makes it
 * richer with {@code MaskedAutoencoder} networks.
 *
 * <p>One convention: nats per image, sums over pixels and latent numbers, means over the batch.
 */
@NullMarked
package dev.figment.model.vae;

import org.jspecify.annotations.NullMarked;
