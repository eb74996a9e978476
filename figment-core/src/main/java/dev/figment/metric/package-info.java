/**
 * What a trained model is worth, as numbers that carry their protocol. Start at what is asked:
 *
 * <ul>
 *   <li>{@link dev.figment.metric.Validation}: means of what a model says of examples that it has
 *       not learned from; {@link dev.figment.metric.ExampleScores} has the number of each.
 *   <li>{@link dev.figment.metric.NegativeLogLikelihood}: −log p(x) of a model with a density.
 *   <li>{@link dev.figment.metric.BitsPerDimension}: nats made comparable between image sizes.
 *   <li>{@link dev.figment.metric.AnomalyScores}: how unusual examples are to a model; {@link
 *       dev.figment.metric.LinearBaseline} is PCA, to be compared with.
 *   <li>{@link dev.figment.metric.RocAuc} and {@link dev.figment.metric.Percentile}: how well
 *       scores tell two kinds of examples apart, and where one score stands among others.
 *   <li>{@link dev.figment.metric.ModeCoverage}: how much of a mixture with known centers a
 *       generator makes.
 *   <li>{@link dev.figment.metric.SampleMetric}: what can be measured of images that a model
 *       generates, {@link dev.figment.metric.MetricName} how results are called, {@link
 *       dev.figment.metric.Protocol} when they may be ranked.
 * </ul>
 *
 * <p>{@link dev.figment.metric.Examples} is what models are measured on, {@link
 * dev.figment.metric.Estimate} a figure with its standard error, {@link
 * dev.figment.metric.Measurement} one with a name; {@link dev.figment.metric.SignificantDigits}
 * writes them.
 *
 * <p>Rooms: {@code metric.feature} compares sets of images by what a network says of them, {@code
 * metric.pixel} by their pixels.
 *
 * <p>Leans on {@code model}, {@code data} and {@code latent}; knows neither training nor runs.
 */
@NullMarked
package dev.figment.metric;

import org.jspecify.annotations.NullMarked;
