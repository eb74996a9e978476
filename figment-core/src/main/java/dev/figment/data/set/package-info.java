/**
 * Data sets that have a name, and what opens them. Start at {@link dev.figment.data.set.ImageSets}:
 * it reads or draws what a {@link dev.figment.data.DataRecipe} asks for; {@link
 * dev.figment.data.set.DataSplits} are the splits of one set.
 *
 * <p>Drawn by Figment itself: {@code Glyphs} with {@code Handwriting}, {@code ColorShapes}, {@code
 * TiltedPlane}, {@link dev.figment.data.set.EightGaussians}. Leans on {@code data} and {@code
 * data.reader}.
 */
package dev.figment.data.set;
