/**
 * A run is a folder: recipe, statistics, pictures, checkpoints. Start at {@link
 * dev.figment.run.Run}; every command reads or writes such a folder through it.
 *
 * <p>In it: {@code recipe.yaml} (every default explicit), {@code stats.jsonl} (a line per tick),
 * {@code reals.png}, {@code fakes-000500.png} and so on, {@code progress.gif}, {@code losses.png},
 * {@code metrics.jsonl} (a line per validation or {@link dev.figment.run.Evaluation}) and {@code
 * validation.png}, {@code accuracies.txt} where there are classifiers, and {@code checkpoints/}.
 *
 * <p>What came of a training is used through {@link dev.figment.run.Trained}: {@link
 * dev.figment.run.Samples}, {@link dev.figment.run.Reconstructions}, {@link
 * dev.figment.run.LatentTable}, {@link dev.figment.run.SemanticInterpolation}, {@link
 * dev.figment.run.LatentLine}, {@link dev.figment.run.LatentArithmetic}, {@link
 * dev.figment.run.MixturePrior} and {@link dev.figment.run.Embedding} are what one can have of it.
 *
 * <p>The top of the house: leans on everything, and nothing here leans on it.
 */
package dev.figment.run;
