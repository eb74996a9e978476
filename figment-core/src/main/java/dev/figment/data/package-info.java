/**
 * Examples to learn from, in memory: an {@link dev.figment.data.ImageSet}, from which {@link
 * dev.figment.data.Batches} are taken. {@link dev.figment.data.DataRecipe} says which set and in
 * which form, {@link dev.figment.data.DataSummary} what is in one.
 *
 * <p>Rooms: {@code data.image} decodes and resizes single images, {@code data.reader} reads each
 * kind of file, {@code data.set} knows the sets that have a name; start at {@link
 * dev.figment.data.set.ImageSets}.
 *
 * <p>Leans on {@code nn.Shape} and {@code tensor}; knows neither models nor training.
 */
package dev.figment.data;
