/**
 * Examples to learn from, in memory: an {@link dev.figment.data.ImageSet}, from which {@link
 * dev.figment.data.Batches} are taken. {@link dev.figment.data.DataRecipe} says which set and in
 * which form, {@link dev.figment.data.DataSummary} (with {@link dev.figment.data.Quartiles}) what
 * is in one, {@link dev.figment.data.LoadReport} what was changed and left out when it was read. A
 * {@link dev.figment.data.DataSet} is a set with a name, which reads itself and whose {@link
 * dev.figment.data.DataCard} is known before; {@link dev.figment.data.ExampleForm} is what a
 * network has to know of one.
 *
 * <p>Rooms: {@code data.image} decodes and transforms single images, {@code data.reader} reads each
 * kind of file, {@code data.set} has the sets that Figment knows and finds those of others; start
 * at {@link dev.figment.data.set.ImageSets}.
 *
 * <p>Leans on {@code catalogue}, {@code nn.Shape} and {@code tensor}; knows neither models nor
 * training.
 */
@NullMarked
package dev.figment.data;

import org.jspecify.annotations.NullMarked;
