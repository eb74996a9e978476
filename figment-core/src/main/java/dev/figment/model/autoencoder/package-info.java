/**
 * Autoencoders: an encoder that describes an example by a few numbers, a decoder that makes it
 * again of them. Start at {@link dev.figment.model.autoencoder.AutoencoderRecipe}, then {@link
 * dev.figment.model.autoencoder.Autoencoder}. What kind it is, its layers say: dropout or noise at
 * the entrance make it denoising, a penalty on the codings sparse, {@code denseTranspose} tied, an
 * {@code lstm} recurrent. {@link dev.figment.model.autoencoder.Layerwise} trains it a pair of
 * layers at a time.
 */
@NullMarked
package dev.figment.model.autoencoder;

import org.jspecify.annotations.NullMarked;
