/**
 * The {@code figment} command: one class per subcommand, over picocli. Start at {@link
 * dev.figment.cli.Main}, which lists the subcommands; {@link dev.figment.cli.Doctor} is a small one
 * to copy.
 *
 * <p>A subcommand holds no logic of its own: it reads its arguments, asks {@code figment-core}, and
 * prints. Results go to standard output, everything said about them (progress, hints, errors) to
 * standard error, so that a pipe carries results only. Options that several subcommands share are
 * mixins: {@link dev.figment.cli.DataOption}, {@link dev.figment.cli.JsonOption}, {@link
 * dev.figment.cli.EngineOptions}, {@link dev.figment.cli.RecipeOptions}, {@link
 * dev.figment.cli.LengthOptions}, {@link dev.figment.cli.ExampleOptions} (what to show a model),
 * {@link dev.figment.cli.RunImages} and {@link dev.figment.cli.ResizeOption} (images of the
 * user's), {@link dev.figment.cli.PriorOptions} (where to draw points), {@link
 * dev.figment.cli.TruncationOptions}. What trains does so in a {@link
 * dev.figment.cli.TrainingSession}; other things that take long show their {@link
 * dev.figment.cli.TaskProgress}.
 */
package dev.figment.cli;
