/**
 * What one can have of a trained model. Start at {@link dev.figment.run.exploration.Trained}:
 * {@link dev.figment.run.exploration.Samples}, {@link dev.figment.run.exploration.Reconstructions}
 * ({@link dev.figment.run.exploration.Reconstructing}, {@link
 * dev.figment.run.exploration.Corruption}), {@link dev.figment.run.exploration.LatentTable}, {@link
 * dev.figment.run.exploration.SemanticInterpolation}, {@link
 * dev.figment.run.exploration.LatentLine}, {@link dev.figment.run.exploration.LatentArithmetic},
 * {@link dev.figment.run.exploration.StyleTable}, {@link dev.figment.run.exploration.Surface},
 * {@link dev.figment.run.exploration.MixturePrior} and {@link
 * dev.figment.run.exploration.Embedding}. Many points go through the model in chunks ({@link
 * dev.figment.run.exploration.ChunkedSampler}), so that memory does not grow with them; {@code
 * SampleFiles} writes images as files while more are made. {@link
 * dev.figment.run.exploration.AcceptedExamples} are those that a model takes.
 */
@NullMarked
package dev.figment.run.exploration;

import org.jspecify.annotations.NullMarked;
