/**
 * What can be trained. Start at {@link dev.figment.model.Model}: networks plus {@link
 * dev.figment.model.Phase}s, where a phase is a loss, the parameters that it moves, and the
 * optimizer that moves them. {@link dev.figment.model.ModelRecipe} describes a model before it
 * exists. {@link dev.figment.model.Sampler} is what a model can do that makes images of latents,
 * {@link dev.figment.model.Stylist} one that has a style for each of its layers.
 *
 * <p>Rooms, one for each family: {@code model.autoencoder}, on which {@code model.pretraining}
 * leans, {@code model.vae}, and {@code model.adversarial} with the kinds of GAN.
 *
 * <p>A new kind of model is a {@code ModelRecipe} that an {@link dev.figment.catalogue.Extension}
 * adds; the trainer needs no change. Leans on {@code catalogue}, {@code nn}, {@code optim}, {@code
 * loss} and {@code data}; knows neither runs nor recipes as files.
 */
package dev.figment.model;
