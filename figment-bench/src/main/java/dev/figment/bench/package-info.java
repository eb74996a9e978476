/**
 * Benchmarks over JMH: one class for each speed that the documents claim. {@code figment-bench/run}
 * builds and starts them and takes JMH's own arguments; quote medians and ratios of one run, never
 * numbers of two.
 */
package dev.figment.bench;
