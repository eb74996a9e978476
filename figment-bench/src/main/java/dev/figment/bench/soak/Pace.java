package dev.figment.bench.soak;

/** When to look at a training, and when it is over. */
interface Pace {
  /** Whether to look after this step; asked once for each. */
  boolean isDue(long step);

  boolean isOver(long step);

  /** Of so many steps. */
  static Pace ofSteps(long steps, int readings) {
    return new Pace() {
      @Override
      public boolean isDue(long step) {
        return step % Math.max(1, steps / readings) == 0;
      }

      @Override
      public boolean isOver(long step) {
        return step >= steps;
      }
    };
  }

  /** Of so many minutes from now on. */
  static Pace ofMinutes(double minutes, int readings) {
    long start = System.nanoTime();
    double length = minutes * 60e9;
    return new Pace() {
      private long next;

      @Override
      public boolean isDue(long step) {
        long now = (long) ((System.nanoTime() - start) / length * readings);
        boolean isDue = now >= next;
        next = isDue ? now + 1 : next; // those that were missed meanwhile are not made up for
        return isDue;
      }

      @Override
      public boolean isOver(long step) {
        return System.nanoTime() - start >= length;
      }
    };
  }
}
