/**
 * How often a model draws the class that it was asked for: {@code figment-bench/classes} starts
 * {@link dev.figment.bench.classes.ClassAccuracy}.
 *
 * <p>{@code ClassOptions} is what it is asked for. An {@code ImageClassifier} learns from real
 * images, or is read from a {@code ClassifierFile}; {@code AskedImages} are a model's; a {@code
 * Confusion} is what they were taken for.
 */
package dev.figment.bench.classes;
