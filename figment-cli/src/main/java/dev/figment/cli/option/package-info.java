/**
 * What subcommands take: mixins of options and parameters that several share, and what their values
 * mean.
 *
 * <ul>
 *   <li>Everywhere: {@link dev.figment.cli.option.EngineOptions}, {@link
 *       dev.figment.cli.option.DataFolderOption}, {@link dev.figment.cli.option.JsonOption}, {@link
 *       dev.figment.cli.option.FileExtensions} of {@code --out}, {@link
 *       dev.figment.cli.option.ImageSize}.
 *   <li>A training: {@link dev.figment.cli.option.RecipeOptions} with {@link
 *       dev.figment.cli.option.RecipeChanges}, {@link dev.figment.cli.option.LengthOptions}, {@link
 *       dev.figment.cli.option.ProfileOptions}.
 *   <li>Examples to show a model: {@link dev.figment.cli.option.ExampleArguments}, of {@link
 *       dev.figment.cli.option.ImageParameters}, {@link dev.figment.cli.option.ExampleOptions},
 *       {@link dev.figment.cli.option.SplitOption} and {@link dev.figment.cli.option.ResizeOption};
 *       {@link dev.figment.cli.option.MapExamples}.
 *   <li>Points to draw images from: {@link dev.figment.cli.option.PriorOptions}, {@link
 *       dev.figment.cli.option.PlaneOptions}, {@link dev.figment.cli.latent.LatentPoints}; {@link
 *       dev.figment.cli.option.TruncationOptions}, {@link dev.figment.cli.option.ClassOption}; of a
 *       model that learned nothing yet {@link dev.figment.cli.option.UntrainedOptions}.
 *   <li>What {@code evaluate} measures a model on: {@link
 *       dev.figment.cli.option.EvaluationOptions}, {@link dev.figment.cli.option.SamplingOptions}.
 *   <li>Points to go between: {@link dev.figment.cli.option.InterpolationOptions}, whose {@link
 *       dev.figment.cli.latent.NamedPoints} are of seeds, of images or of a file; points to be
 *       found: {@link dev.figment.cli.option.ProjectionOptions}.
 *   <li>Pictures: {@link dev.figment.cli.option.GridLayout}, {@link
 *       dev.figment.cli.option.SampleOutput}; {@link dev.figment.cli.option.CorruptionOption};
 *       {@link dev.figment.cli.option.ToneOptions}.
 * </ul>
 *
 * <p>Used by {@code command}; leans on {@code latent}, {@code progress} and {@code report}.
 */
@NullMarked
package dev.figment.cli.option;

import org.jspecify.annotations.NullMarked;
