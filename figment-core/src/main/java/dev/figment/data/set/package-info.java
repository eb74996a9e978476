/**
 * Data sets that have a name, and what opens them. Start at {@link dev.figment.data.set.ImageSets}:
 * it reads what a {@link dev.figment.data.DataRecipe} asks for; {@link
 * dev.figment.data.set.DataSplits} are the splits of one set.
 *
 * <p>Each set is a {@link dev.figment.data.DataSet}, added by {@link
 * dev.figment.data.set.DataSetExtension}. Read from files: {@link dev.figment.data.set.IdxSet}
 * (MNIST and Fashion-MNIST; {@code IdxFolder} another of its family, by its path), {@code Cifar10}
 * and {@code Flowers}, each in its {@link dev.figment.data.set.DataSetFolder}. Synthetic, each a
 * {@code SyntheticSet}: {@code Glyphs} with {@code Handwriting}, {@code ColorShapes}, {@code
 * TiltedPlane} and {@link dev.figment.data.set.EightGaussians}.
 *
 * <p>Add a set: a {@link dev.figment.data.DataSet}, added by an {@link
 * dev.figment.catalogue.Extension} under the name of its card. A library on the class path is
 * enough: its sets are opened, listed and found by recipes as these are; a name that is taken is
 * refused. {@code docs/extending.md} shows one whole.
 *
 * <p>Leans on {@code catalogue}, {@code data} and {@code data.reader}.
 */
@NullMarked
package dev.figment.data.set;

import org.jspecify.annotations.NullMarked;
