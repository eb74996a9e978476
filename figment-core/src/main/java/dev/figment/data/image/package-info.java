/**
 * Single images on their way in: {@link dev.figment.data.image.ImageDecoder} makes a {@link
 * dev.figment.data.image.Picture} of a file that nobody vouches for, and {@link
 * dev.figment.data.image.PictureForm} brings it to the colors and the size that a recipe asks for,
 * {@link dev.figment.data.image.Resize} to the bit as Pillow does.
 *
 * <p>Sizes are checked before a pixel is decoded. Leans on {@code nn.Shape} only.
 */
package dev.figment.data.image;
