package dev.figment.train.profile;

/**
 * A stretch of time; what happens within it lies inside its bounds.
 *
 * @param category {@code step}, {@code phase}, {@code forward}, {@code backward} or {@code part}
 * @param startNanos as {@link System#nanoTime} has it
 */
public record Span(String name, String category, long startNanos, long endNanos) {}
