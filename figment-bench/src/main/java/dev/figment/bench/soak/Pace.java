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
      private int seen;

      @Override
      public boolean isDue(long step) {
        boolean isDue = System.nanoTime() - start >= length * seen / readings;
        seen += isDue ? 1 : 0;
        return isDue;
      }

      @Override
      public boolean isOver(long step) {
        return System.nanoTime() - start >= length;
      }
    };
  }
}
