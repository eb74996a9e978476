/**
 * What watches a training into its folder. Start at {@link
 * dev.figment.run.watching.StandardListeners}, which lists all of them: statistics, checkpoints,
 * validation, warnings, charts and pictures. None changes the outcome; a picture that fails is a
 * warning ({@link dev.figment.run.watching.FailSafeListener}).
 */
package dev.figment.run.watching;
