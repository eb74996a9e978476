/**
 * Benchmarks: one class for each figure that the documents claim, each started by a script of its
 * own in {@code figment-bench}, which builds first and sets the environment that the launcher sets.
 *
 * <ul>
 *   <li>{@code run} starts those that are JMH's, such as {@link
 *       dev.figment.bench.RandomStreamBenchmark}, and takes JMH's own arguments.
 *   <li>{@code step}, {@link dev.figment.bench.DcganStep}: a training step against one written
 *       plainly.
 *   <li>{@code recipes}, {@link dev.figment.bench.RecipeSpeed}: the step of each GAN recipe.
 *   <li>{@code bound}, {@link dev.figment.bench.RecipeBound}: how near that step is to what the
 *       machine can do.
 *   <li>{@code lazy-r1}, {@link dev.figment.bench.LazyR1Cost}: what a lazy penalty adds to it.
 *   <li>{@code side-by-side}, {@link dev.figment.bench.peer}: the same works in Figment and in its
 *       peers, by turns.
 *   <li>{@code ring}, {@link dev.figment.bench.Ring}: no speed, but what GANs leave out.
 *   <li>{@code fuzz}, {@link dev.figment.bench.fuzz}: no speed, but damaged files by the million.
 *   <li>{@code soak}, {@link dev.figment.bench.soak}: no speed, but what a long training and many
 *       models hold on to.
 * </ul>
 *
 * <p>{@code recipes} and {@code bound} are a {@code RecipeTable} each; {@code RecipeSteps} trains
 * what they measure, {@code StepTimes} takes the times, {@code Forked} is a process of its own.
 * {@code Arguments} reads options.
 *
 * <p>Quote medians and ratios of one run, never numbers of two.
 */
package dev.figment.bench;
