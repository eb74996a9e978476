package dev.figment;

/** How a command ends, as a number that scripts can rely on. */
public enum ExitCode {
  OK(0),
  /** A fault of Figment itself, or of a layer of somebody's own. */
  INTERNAL(1),
  /** A wrong argument, recipe or setting. */
  USAGE(2),
  /** A loss or a weight stopped being finite. */
  DIVERGED(3),
  /** Another process trains in this run folder. */
  LOCKED(4),
  /** Missing, damaged or contradictory data. */
  DATA(5),
  MEMORY(6),
  /** The disk is full, or a file cannot be read or written. */
  DISK(7),
  /** A weights file or a checkpoint that cannot be trusted. */
  MODEL_FILE(8);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
