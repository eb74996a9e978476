/**
 * The folder of a run. Start at {@link dev.figment.run.folder.RunFolder}: where things lie; {@link
 * dev.figment.run.folder.JsonLines} are its statistics and metrics, {@link
 * dev.figment.run.folder.SampleResults} what was measured of its samples, {@link
 * dev.figment.run.folder.LogFile} is its log, {@link dev.figment.run.folder.RunLock} lets one
 * process train in it, {@link dev.figment.run.folder.LostSteps} are cut back where it goes on, and
 * {@link dev.figment.run.folder.CheckpointMetadata} is what its weights say of themselves.
 */
@NullMarked
package dev.figment.run.folder;

import org.jspecify.annotations.NullMarked;
