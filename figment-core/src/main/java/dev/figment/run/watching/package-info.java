/**
 * What writes a training into its folder. Start at {@link
 * dev.figment.run.watching.StandardListeners}, which lists all of them: statistics, checkpoints,
 * validation, accuracy, warnings, charts, pictures, events for TensorBoard and {@code log.txt};
 * {@link dev.figment.run.watching.WatchContext} is what they know of the training. They need no
 * recipe, so that a model of one's own has them too. None changes the outcome; a picture that fails
 * is a warning, and so is a line that waits for room on the disk. {@link
 * dev.figment.run.watching.RunComparison} lays what several runs wrote over each other.
 */
@NullMarked
package dev.figment.run.watching;

import org.jspecify.annotations.NullMarked;
