/**
 * How good the images are that a model generates. Start at {@link
 * dev.figment.run.quality.SamplePlan}: metrics by name, of a {@link
 * dev.figment.run.quality.Generator} against a {@link dev.figment.run.quality.Reference}, which
 * keeps what is made of {@link dev.figment.run.quality.RealImages} once; {@link
 * dev.figment.run.quality.SampleEvaluation} is the result with its protocol.
 *
 * <p>The metrics themselves are in {@code metric.feature} and {@code metric.pixel}.
 */
@NullMarked
package dev.figment.run.quality;

import org.jspecify.annotations.NullMarked;
