/**
 * A run is a folder: recipe, statistics, pictures, checkpoints. Start at {@link
 * dev.figment.run.Run}; every command reads or writes such a folder through it.
 *
 * <p>What a trained model is worth: {@link dev.figment.run.EvaluationPlan}, {@link
 * dev.figment.run.Anomalies}, {@link dev.figment.run.OneClass}.
 *
 * <p>In it: {@code recipe.yaml} (every default explicit), {@code stats.jsonl} (a line per tick),
 * {@code reals.png}, {@code fakes-000500.png} and so on, {@code progress.gif}, {@code losses.png},
 * {@code metrics.jsonl} (a line per validation or {@link dev.figment.run.Evaluation}) and {@code
 * validation.png}, {@code accuracies.txt} where there are classifiers, and {@code checkpoints/}.
 * The top of the house: leans on everything, and nothing here leans on it.
 */
package dev.figment.run;
