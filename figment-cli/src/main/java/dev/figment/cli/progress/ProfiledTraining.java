package dev.figment.cli.progress;

import dev.figment.UsageException;
import dev.figment.cli.report.ProfileReport;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Device;
import dev.figment.train.StepObserver;
import dev.figment.train.profile.Profile;
import dev.figment.train.profile.Profiler;
import dev.figment.train.profile.Roofline;
import dev.figment.train.profile.TraceFile;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code --profile} adds to a training: the machine measured first, a report at the end. */
public final class ProfiledTraining {
  private final @Nullable Profiler profiler;
  private @Nullable Roofline roofline;

  private ProfiledTraining(@Nullable Profiler profiler) {
    this.profiler = profiler;
  }

  /**
   * @param warmUp steps that are left out first
   * @throws UsageException if the device is none whose work ends when its call does
   */
  public static ProfiledTraining on(Device device, int warmUp) {
    UsageException.require(
        device == Device.CPU,
        "--profile: expected --device cpu, got cuda, which still works when the clock is read."
            + " Leave --profile out.");
    return new ProfiledTraining(new Profiler(warmUp, Profiler.STEPS));
  }

  /** Without a profile. */
  public static ProfiledTraining off() {
    return new ProfiledTraining(null);
  }

  /** Measures the machine; what a training is to be watched by. */
  StepObserver start() {
    if (profiler == null) {
      return StepObserver.NONE;
    }
    roofline = Roofline.measure();
    return profiler;
  }

  /** The table, and the trace into the run. */
  void report(RunFolder folder, PrintWriter err) {
    if (profiler == null || roofline == null) {
      return;
    }
    Optional<Profile> profile = profiler.profile();
    if (profile.isEmpty()) {
      err.printf("no profile: it begins after %d steps%n", profiler.warmUp());
      return;
    }
    new ProfileReport(profile.get(), roofline).print(err);
    TraceFile.write(folder.trace(), profile.get());
    err.printf("trace:    %s, for chrome://tracing or ui.perfetto.dev%n", folder.trace());
  }
}
