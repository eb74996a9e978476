package dev.figment.model;

/**
 * Where a training is, for what changes in its course.
 *
 * @param step steps made before
 * @param epoch passes over the data made before, with a fraction
 * @param kimg thousands of real images shown before
 */
public record Moment(long step, double epoch, double kimg) {}
