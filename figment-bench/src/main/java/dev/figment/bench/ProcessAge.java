package dev.figment.bench;

import java.time.Duration;
import java.time.Instant;

/** How long this process has been there. */
public final class ProcessAge {
  private ProcessAge() {}

  /** Since it was started, before its first class was loaded. */
  public static double seconds() {
    Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
    return Duration.between(start, Instant.now()).toMillis() / 1e3;
  }
}
