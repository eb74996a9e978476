/**
 * The subcommands, a class each, named as they are. {@link dev.figment.cli.command.DoctorCommand}
 * is a small one to copy; a new one is also a name in the list of {@code Main}.
 *
 * <p>A subcommand holds no logic of its own: it reads its arguments ({@code option}), asks {@code
 * figment-core}, shows how far it is ({@code progress}) and prints what was found ({@code report}).
 * {@code EngineStart} has the engine loaded meanwhile. Only the entry, {@code dev.figment.cli},
 * knows this room.
 */
@NullMarked
package dev.figment.cli.command;

import org.jspecify.annotations.NullMarked;
