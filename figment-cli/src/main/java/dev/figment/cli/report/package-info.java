/**
 * What is found, as text: a {@link dev.figment.cli.report.Table}, the reports of {@code evaluate},
 * {@code anomaly}, {@code project}, {@code reconstruct}, {@code codings}, {@code data check} and
 * {@code train --profile}, the {@link dev.figment.cli.report.ReproducingCommands} of a run, the
 * {@link dev.figment.cli.report.LoadReportLines} of a set, and the {@link
 * dev.figment.cli.report.Diagnostics} and {@link dev.figment.cli.report.Version} of this machine.
 *
 * <p>Used by every other room; leans on none.
 */
@NullMarked
package dev.figment.cli.report;

import org.jspecify.annotations.NullMarked;
