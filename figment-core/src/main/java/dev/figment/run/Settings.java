package dev.figment.run;

import dev.figment.run.folder.CheckpointChoice;
import dev.figment.tensor.Device;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is this machine's and not the recipe's.
 *
 * @param dataDir the folder with one folder per set, or null for the usual place
 * @param device where tensors live
 * @param checkpoint of a run that is used; training always goes on from the newest
 * @param forced whether training goes on though recipe or data are not what they were
 */
public record Settings(
    @Nullable Path dataDir, Device device, CheckpointChoice checkpoint, boolean forced) {
  /** FIGMENT_DATA, or else ~/.cache/figment, on the CPU. */
  public static final Settings DEFAULT = new Settings(null, Device.CPU);

  /** With the latest checkpoint. */
  public Settings(@Nullable Path dataDir, Device device) {
    this(dataDir, device, CheckpointChoice.LATEST, false);
  }

  public Settings withCheckpoint(CheckpointChoice checkpoint) {
    return new Settings(dataDir, device, checkpoint, forced);
  }

  public Settings withForced(boolean forced) {
    return new Settings(dataDir, device, checkpoint, forced);
  }

  /** Data in this folder, on the CPU. */
  public static Settings dataIn(@Nullable Path dataDir) {
    return new Settings(dataDir, Device.CPU);
  }

  /** Where data is looked for. */
  public Path dataFolder() {
    if (dataDir != null) {
      return dataDir;
    }
    String variable = System.getenv("FIGMENT_DATA");
    return variable != null
        ? Path.of(variable)
        : Path.of(System.getProperty("user.home"), ".cache", "figment");
  }
}
