package dev.figment.bench.quality;

/**
 * Where a training was after a time.
 *
 * @param minutes of training alone
 * @param step of the checkpoint
 */
record TimeMark(double minutes, long step) {}
