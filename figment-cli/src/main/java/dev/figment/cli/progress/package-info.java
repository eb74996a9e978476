/**
 * What is seen while something long runs. What trains does so in a {@link
 * dev.figment.cli.progress.TrainingSession}: its {@link dev.figment.cli.progress.TrainingPlan}, its
 * {@link dev.figment.cli.progress.ConsoleProgress} (with the {@code EpochTime}), and an {@link
 * dev.figment.cli.progress.Interruption} that ends it in order; a {@link
 * dev.figment.cli.progress.ProfiledTraining} says where its time went. Other things show their
 * {@link dev.figment.cli.progress.TaskProgress}. On a terminal both draw a {@link
 * dev.figment.cli.progress.TerminalBar}, a {@link dev.figment.cli.progress.BarLine} at a time.
 *
 * <p>Used by {@code command} and {@code option}; leans on {@code report}.
 */
@NullMarked
package dev.figment.cli.progress;

import org.jspecify.annotations.NullMarked;
