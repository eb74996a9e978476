/**
 * Learning from many examples without labels, then from few with them. Start at {@link
 * dev.figment.model.pretraining.PretrainedClassifierRecipe}, then {@link
 * dev.figment.model.pretraining.PretrainedClassifier}: an autoencoder learns from all examples, its
 * encoder goes into classifiers that learn from a few hundred labels, and the same classifiers from
 * scratch say what that was worth.
 *
 * <p>Leans on {@code model.autoencoder}.
 */
@NullMarked
package dev.figment.model.pretraining;

import org.jspecify.annotations.NullMarked;
