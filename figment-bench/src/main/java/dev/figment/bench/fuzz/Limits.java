package dev.figment.bench.fuzz;

/** What reading a file may take, whatever is in it. */
record Limits(double seconds, long bytes) {
  static final Limits PROMISED = new Limits(1, 64L << 20);
}
