/**
 * How parameters move. A {@link dev.figment.optim.Rule} is a record with Keras's formula and
 * defaults ({@link dev.figment.optim.Adam}, {@link dev.figment.optim.RmsProp}, {@link
 * dev.figment.optim.Sgd}, {@link dev.figment.optim.Momentum}); an {@link
 * dev.figment.optim.Optimizer} applies it to given parameters and keeps its state in flat vectors.
 * {@link dev.figment.optim.ExponentialMovingAverage} follows a network's weights.
 *
 * <p>Leans on {@code nn} for {@link dev.figment.nn.Parameters} on {@code catalogue} and on {@code
 * tensor}.
 */
@NullMarked
package dev.figment.optim;

import org.jspecify.annotations.NullMarked;
