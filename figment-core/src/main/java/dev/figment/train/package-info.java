/**
 * Training. Start at {@link dev.figment.train.Trainer}: for each phase that is due, loss, gradients
 * of that phase's parameters, optimizer. {@link dev.figment.train.Clock} counts ({@link
 * dev.figment.train.EpochLength} says what an epoch is), {@link dev.figment.train.Statistics}
 * collects what phases report, {@link dev.figment.train.Checkpoint} writes and reads everything
 * needed to go on as if never stopped ({@link dev.figment.train.Retention}: which of them stay),
 * and {@link dev.figment.train.Listener}s watch without changing the outcome. {@link
 * dev.figment.train.TrainRecipe} says for how long, {@link dev.figment.train.WatchRecipe} what is
 * written down meanwhile, {@link dev.figment.train.StepThreads} how many threads a step gains from,
 * {@link dev.figment.train.Precision} what it multiplies in. A {@link
 * dev.figment.train.StepObserver} hears of each {@link dev.figment.train.StepPart} as it begins:
 * {@code train.profile} is one.
 *
 * <p>{@link dev.figment.train.Weights} are those of networks out of a file that may be anybody's:
 * {@link dev.figment.train.ExpectedTensors} compares its header with what a recipe asks for before
 * a model is made, and only then is its data read.
 *
 * <p>Checkpoint format 1: a folder {@code step-00001000} of {@code weights.safetensors} (each
 * network's parameters as {@code generator.3.weight}), {@code training.safetensors} (what
 * optimizers remember), {@code state.json} (counters and random streams) and {@code manifest.json}
 * (size and SHA-256 of each).
 *
 * <p>Leans on {@code model} and {@code format}; knows no model in particular.
 */
@NullMarked
package dev.figment.train;

import org.jspecify.annotations.NullMarked;
