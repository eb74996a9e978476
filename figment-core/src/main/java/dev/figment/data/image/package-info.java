/**
 * Single images on their way in: {@link dev.figment.data.image.ImageDecoder} makes an {@link
 * dev.figment.data.image.Image} of a file that nobody vouches for, and an {@link
 * dev.figment.data.image.ImageTransform} brings it to the {@link dev.figment.data.image.Colors} and
 * the size that a recipe asks for, resized to the bit as Pillow does; {@link
 * dev.figment.data.image.Fit} says what becomes of another aspect ratio. What happened to an image
 * besides stands in a {@link dev.figment.data.image.DecodedImage}, each a {@link
 * dev.figment.data.image.Conversion}.
 *
 * <p>A file is one of the five kinds of {@link dev.figment.data.image.ImageFormat} by its first
 * bytes, or {@code OtherFormats} says what it is. Before a pixel is decoded, what a file declares
 * is read ({@code JpegHeader}, {@code PngHeader}, {@code GifHeader}, {@code BmpHeader}, {@code
 * WebpHeader}: an {@code ImageHeader} of {@code FileBytes}; {@code Exif} says how the camera was
 * held, {@code Orientation} brings it upright) and held to {@code ImageLimits}, the one place that
 * says what an image may cost. Decoders read from a {@code BoundedImageStream}, which ends those
 * that go in circles. What cannot be read is an {@link
 * dev.figment.data.image.UnreadableImageException}, which readers collect and name. Leans on {@code
 * nn.Shape} only.
 */
@NullMarked
package dev.figment.data.image;

import org.jspecify.annotations.NullMarked;
