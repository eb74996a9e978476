/**
 * Benchmarks over JMH: one class for each speed that the documents claim. {@code figment-bench/run}
 * builds and starts them and takes JMH's own arguments; quote medians and ratios of one run, never
 * numbers of two. {@code figment-bench/step} starts {@link dev.figment.bench.DcganStep}, and {@code
 * figment-bench/ring} {@link dev.figment.bench.Ring}, which measures no speed but what GANs leave
 * out.
 */
package dev.figment.bench;
