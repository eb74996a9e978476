/**
 * Which kind of model gives the best images in the same time: {@link
 * dev.figment.bench.quality.EqualTime} trains each {@link dev.figment.bench.quality.Contender} for
 * as long, and measures it at the {@link dev.figment.bench.quality.TimeMark}s that a {@link
 * dev.figment.bench.quality.TimedTraining} keeps. {@link dev.figment.bench.quality.Ordering} asks
 * whether metrics say what a person would, of images whose {@link dev.figment.bench.quality.Damage}
 * is known.
 */
package dev.figment.bench.quality;
