/**
 * What a trained model is worth, as numbers that carry their protocol. {@link
 * dev.figment.metric.Validation} averages what a model says of examples that it has not learned
 * from.
 *
 * <p>Leans on {@code model} and {@code data}; knows neither training nor runs.
 */
package dev.figment.metric;
