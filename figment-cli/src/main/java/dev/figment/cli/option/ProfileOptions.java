package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.cli.progress.ProfiledTraining;
import dev.figment.tensor.Device;
import dev.figment.train.profile.Profiler;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of {@code train}: {@code --profile}. */
public final class ProfileOptions {
  @Option(
      names = "--profile",
      description = {
        "Show where the time of 20 steps goes, and write",
        "trace.json for a browser's trace viewer."
      })
  private boolean isOn;

  @Option(
      names = "--profile-after",
      paramLabel = "N",
      description = {
        "The same, after so many steps (default: 5). Small",
        "steps get faster for some hundred."
      })
  private @Nullable Integer warmUp;

  /**
   * On or off.
   *
   * @throws UsageException if the device cannot be profiled, or the number is negative
   */
  public ProfiledTraining of(Device device) {
    if (!isOn && warmUp == null) {
      return ProfiledTraining.off();
    }
    int after = warmUp == null ? Profiler.WARM_UP : warmUp;
    UsageException.require(
        after >= 0,
        "--profile-after: expected at least 0 steps, got %d. Leave it out for 5.",
        after);
    return ProfiledTraining.on(device, after);
  }
}
