/**
 * Single images on their way in: {@link dev.figment.data.image.ImageDecoder} makes an {@link
 * dev.figment.data.image.Image} of a file that nobody vouches for, and an {@link
 * dev.figment.data.image.ImageTransform} brings it to the {@link dev.figment.data.image.Colors} and
 * the size that a recipe asks for, resized to the bit as Pillow does; {@link
 * dev.figment.data.image.Fit} says what becomes of another aspect ratio.
 *
 * <p>Sizes are checked before a pixel is decoded; what cannot be read is an {@link
 * dev.figment.data.image.UnreadableImageException}, which readers collect and name. Leans on {@code
 * nn.Shape} only.
 */
@NullMarked
package dev.figment.data.image;

import org.jspecify.annotations.NullMarked;
