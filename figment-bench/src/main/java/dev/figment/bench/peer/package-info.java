/**
 * Figment beside its peers: {@code figment-bench/side-by-side} starts {@link
 * dev.figment.bench.peer.SideBySide}, which runs each {@code Work} by turns in {@code FigmentStep}
 * and in the scripts of {@code figment-bench/peers/side_by_side} and prints a {@code
 * ComparisonTable}.
 *
 * <p>{@code SideBySideOptions} is what it is asked for, {@code Peer} a library in one of the ways
 * in which it is used, {@code PeerEnvironment} its Python. A turn is a {@code TimedProcess} that
 * tells a {@code Measurement} or fails with a {@code PeerException}. {@code Turns} are those of one
 * at a work, {@code Comparison} those of all.
 */
package dev.figment.bench.peer;
