/**
 * What can be trained. Start at {@link dev.figment.model.Model}: networks plus {@link
 * dev.figment.model.Phase}s, where a phase is a loss, the parameters that it updates, and the
 * optimizer that updates them. {@link dev.figment.model.ModelRecipe} describes a model before it
 * exists, {@link dev.figment.model.ModelContext} is what it is created for, {@link
 * dev.figment.model.TrainingPosition} where its training is.
 *
 * <p>What a model can do beside learning is an interface each: {@link dev.figment.model.Sampler}
 * makes examples of latents, {@link dev.figment.model.Codec} encodes and decodes, {@link
 * dev.figment.model.PosteriorCodec} knows a distribution of points for each example, {@link
 * dev.figment.model.Denoiser} may have been taught on damaged ones, {@link
 * dev.figment.model.Stylist} has a style for each of its layers, {@link
 * dev.figment.model.Invertible} can be searched for the point of an example, {@link
 * dev.figment.model.Validated} can be measured on examples, {@link dev.figment.model.DensityModel}
 * has a likelihood, {@link dev.figment.model.AdversarialModel} has a discriminator with a {@link
 * dev.figment.model.DiscriminatorAccuracy}.
 *
 * <p>A new kind of model is one {@code ModelRecipe} and one {@code Model}, in a package of its own
 * or in another library, added by a {@link dev.figment.catalogue.Extension}; the trainer needs no
 * change. Leans on {@code nn}, {@code optim}, {@code loss} and {@code data}; knows neither runs nor
 * recipes as files.
 */
@NullMarked
package dev.figment.model;

import org.jspecify.annotations.NullMarked;
