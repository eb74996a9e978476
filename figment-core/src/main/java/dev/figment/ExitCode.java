package dev.figment;

/** How a command ends, as a number that scripts can rely on. */
public enum ExitCode {
  OK(0, "done"),
  INTERNAL(1, "a fault of Figment itself, or of a layer of somebody's own"),
  USAGE(2, "a wrong argument, recipe or setting"),
  DIVERGED(3, "a loss or a weight stopped being finite"),
  LOCKED(4, "another process trains in this run"),
  DATA(5, "data is missing, damaged or contradictory"),
  MEMORY(6, "not enough memory"),
  DISK(7, "a file cannot be read or written, or the disk is full"),
  MODEL_FILE(8, "a weights file or checkpoint that cannot be trusted");

  private final int number;
  private final String words;

  ExitCode(int number, String words) {
    this.number = number;
    this.words = words;
  }

  /** What it means. */
  public String words() {
    return words;
  }

  public int number() {
    return number;
  }
}
