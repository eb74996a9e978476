/**
 * A run is a folder: recipe, statistics, pictures, checkpoints. Start at {@link
 * dev.figment.run.Run}; every command reads or writes such a folder through it. Its examples are
 * those that the recipe names, or {@code DataSplits} that a program gives. A model that no recipe
 * names has the same folder by {@code RunFolder.create}, {@code StandardListeners} and {@code
 * Trainer}.
 *
 * <p>In it: {@code recipe.yaml} (every default explicit), {@code stats.jsonl} (a line per tick),
 * {@code reals.png}, {@code fakes-000500.png} and so on, {@code progress.gif}, {@code losses.png},
 * {@code metrics.jsonl} (a line per validation or {@link dev.figment.run.evaluation.Evaluation})
 * and {@code validation.png}, {@code accuracies.txt} where there are classifiers, and {@code
 * checkpoints/}.
 *
 * <p>Rooms, each leaning on those before it: {@code run.folder} (where things lie), {@code
 * run.exploration} (a trained model in use), {@code run.projection} (what it makes nearest to an
 * image), {@code run.watching} (what watches a training), this package, {@code run.evaluation} (a
 * trained model in numbers), {@code run.report} (a run as a page).
 *
 * <p>The top of the house: leans on everything, and nothing here leans on it.
 */
@NullMarked
package dev.figment.run;

import org.jspecify.annotations.NullMarked;
