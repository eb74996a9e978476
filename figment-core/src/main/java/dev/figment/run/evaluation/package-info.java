/**
 * A trained model in numbers. Start at {@link dev.figment.run.evaluation.EvaluationPlan}; {@link
 * dev.figment.run.evaluation.Anomalies} and {@link dev.figment.run.evaluation.OneClass} score
 * examples by how unusual they are to the model.
 */
@NullMarked
package dev.figment.run.evaluation;

import org.jspecify.annotations.NullMarked;
