/**
 * What training minimizes: functions of tensors, one idea per file, each giving a scalar.
 *
 * <p>{@link dev.figment.loss.AdversarialLoss} is what a generator and a discriminator are told, one
 * record for each paper; losses that have a sigmoid or softmax in them take logits. {@link
 * dev.figment.loss.Penalty} is what keeps a discriminator in hand, again one record for each paper:
 * {@link dev.figment.loss.GradientPenalty}, {@link dev.figment.loss.R1}, {@link
 * dev.figment.loss.Dragan}, {@link dev.figment.loss.Drift}. Generators have terms of their own:
 * {@link dev.figment.loss.FeatureMatching}, {@link dev.figment.loss.PathLength}; {@link
 * dev.figment.loss.HistoricalAveraging} is for either network. The last two remember something, and
 * say what a checkpoint must hold.
 *
 * <p>Leans on {@code catalogue} and {@code tensor}, and on {@code nn} for parameters and shape
 * errors; knows neither networks nor training.
 */
@NullMarked
package dev.figment.loss;

import org.jspecify.annotations.NullMarked;
