/**
 * Generative adversarial networks: a generator that makes examples of noise, a discriminator that
 * tells them from real ones. Start at {@link dev.figment.model.gan.GanRecipe}, then {@link
 * dev.figment.model.gan.Gan}.
 */
package dev.figment.model.gan;
