/**
 * Files that nobody vouches for, by the million: {@link dev.figment.bench.fuzz.Fuzz} damages small
 * whole files of each {@link dev.figment.bench.fuzz.Format} and reads them. Whatever the bytes,
 * reading gives what they hold or one typed exception, within a second and 64 MB.
 *
 * <p>{@code Formats} lists the formats, {@code Seeds} makes the whole files, {@code Mutation} and
 * {@code TextMutation} damage them, {@code Repair} puts right the lengths and checksums without
 * which no reader would come to the damage. A {@code Campaign} runs the cases of a format, each
 * drawn from the seed and its own number, so that one can be run again alone; {@code Meter}
 * measures one, {@code Finding} is a fault that it found, {@code Outcome} what came of all.
 */
package dev.figment.bench.fuzz;
