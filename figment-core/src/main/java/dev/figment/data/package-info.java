/**
 * Examples to learn from, in memory. Start at {@link dev.figment.data.ImageSets}, the catalogue: it
 * reads or draws what a {@link dev.figment.data.DataRecipe} asks for, and gives an {@link
 * dev.figment.data.ImageSet}; {@link dev.figment.data.DataSummary} says what is in one.
 *
 * <p>Behind it: {@code IdxReader} (MNIST's files), {@code CifarReader} (CIFAR-10's binary files),
 * {@code ImageFolderReader} and {@code ImageZipReader} (class folders, read by {@code ImageLoading}
 * through {@code ImageDecoder}), {@code GivenFiles} (files that a user names), {@code Resize}, and
 * the sets that Figment draws itself: {@code Glyphs} with {@code Handwriting}, {@code ColorShapes},
 * {@code TiltedPlane}, {@link dev.figment.data.EightGaussians}.
 *
 * <p>Files are not trusted: sizes are checked against what a header declares before memory is
 * taken, and nothing in a zip is unpacked to disk. Leans on {@code nn.Shape} and {@code
 * tensor.RandomStream} only; knows neither models nor training.
 */
package dev.figment.data;
