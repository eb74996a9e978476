/**
 * What images show, in the eyes of a network that learned it from real ones. Start at {@link
 * dev.figment.classifier.ImageClassifier}.
 *
 * <ul>
 *   <li>{@link dev.figment.classifier.ClassifierExtractor}: what it makes of an image before it
 *       decides, for the metrics of {@code metric.feature}. It learns once from a set and is kept.
 *   <li>{@link dev.figment.classifier.ClassShare}: how often images show what was asked for; {@link
 *       dev.figment.classifier.Confusion} is what they were taken for.
 *   <li>{@link dev.figment.classifier.ClassificationAccuracyScore}: what a classifier that learned
 *       from generated images is worth on real ones.
 * </ul>
 *
 * <p>{@code ClassifierTraining} is how it learns, {@code ClassifierFile} how it is kept.
 *
 * <p>Leans on {@code train} and {@code metric}; knows neither recipes nor runs.
 */
@NullMarked
package dev.figment.classifier;

import org.jspecify.annotations.NullMarked;
