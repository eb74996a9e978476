/**
 * The {@code figment} command, over picocli: its entry. Start at {@link dev.figment.cli.Main},
 * which lists the subcommands; {@link dev.figment.cli.Failures} says how a failed one ends, {@link
 * dev.figment.cli.Classpath} brings the user's own classes, {@link dev.figment.cli.PlainWriter}
 * keeps names of other people from being obeyed by a terminal.
 *
 * <p>The rooms below, each leaning only on those after it: {@code command} (the subcommands),
 * {@code option} (what they take), {@code latent} (points as a user names them), {@code progress}
 * (how far they are), {@code report} (what they found). The work itself is done in {@code
 * figment-core}. Results go to standard output, everything said about them (progress, hints,
 * errors) to standard error, so that a pipe carries results only.
 */
@NullMarked
package dev.figment.cli;

import org.jspecify.annotations.NullMarked;
