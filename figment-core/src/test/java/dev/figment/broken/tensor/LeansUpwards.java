package dev.figment.broken.tensor;

import dev.figment.broken.nn.Below;

/** Breaks the order, closes a cycle, prints, and calls the collector. */
public class LeansUpwards {
  public static void speak(Below below) {
    System.out.println(below);
    System.gc();
  }
}
