/**
 * Where the time of a training step goes. A {@link dev.figment.train.profile.Profiler} is given to
 * the trainer and makes a {@link dev.figment.train.profile.Profile}: the mean {@link
 * dev.figment.train.profile.Cost} of each phase's layers on the way forward and back, of its loss,
 * of the optimizer, of statistics, of data and of the rest. {@link
 * dev.figment.train.profile.TraceFile} writes its {@link dev.figment.train.profile.Span}s for the
 * trace viewer of a browser.
 *
 * <p>What the machine could do: a {@link dev.figment.train.profile.Roofline} is measured, the
 * {@link dev.figment.train.profile.Work} of each layer is counted, and the share of the bound is
 * the least time for that work over the time that it took.
 *
 * <p>A layer's way back begins when the derivative with respect to its output is whole, which
 * {@link dev.figment.tensor.GradientHook}s tell, and ends where the next begins: the engine goes
 * back in the reverse order of the operations, on one thread. So it is in the CPU alone.
 *
 * <p>Leans on {@code train}, which knows it as a {@link dev.figment.train.StepObserver}.
 */
@NullMarked
package dev.figment.train.profile;

import org.jspecify.annotations.NullMarked;
