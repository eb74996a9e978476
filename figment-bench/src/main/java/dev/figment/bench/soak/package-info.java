/**
 * What a process holds on to when it trains for long, and when it trains many models: {@link
 * dev.figment.bench.soak.Soak} prints it as tables. {@code LongTraining} is the one, {@code
 * ManyModels} the other; {@code Pace} says how long and how often to look, {@code Reading} is what
 * is seen then, {@code Readings} are all of them and whether they are flat.
 */
package dev.figment.bench.soak;
