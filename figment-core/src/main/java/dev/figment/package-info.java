/**
 * Figment: generative image models on the JVM. This package holds only what every other one may
 * use: how errors are said ({@link dev.figment.FigmentException}, in {@link dev.figment.PlainText},
 * with commands of {@link dev.figment.ShellWord}s), how a command ends ({@link
 * dev.figment.ExitCode}) and who is told how far it has come ({@link dev.figment.Progress}).
 *
 * <p>Start at {@link dev.figment.recipe.Recipes} and {@link dev.figment.run.Run}. From the ground
 * up, and each leaning only on those before it: {@code catalogue}, {@code tensor}, {@code format},
 * {@code nn}, {@code optim}, {@code loss}, {@code data}, {@code latent}, {@code model}, {@code
 * picture}, {@code metric}, {@code train}, {@code classifier}, {@code recipe}, {@code run}.
 */
@NullMarked
package dev.figment;

import org.jspecify.annotations.NullMarked;
