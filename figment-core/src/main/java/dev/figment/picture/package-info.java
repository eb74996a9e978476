/**
 * What people look at. Start at {@link dev.figment.picture.ImageGrid}: many images side by side,
 * pixel for pixel; it needs no fonts unless it is labelled. {@link dev.figment.picture.Palette} has
 * the colours of every picture here.
 *
 * <p>Uses {@code format} and {@code nn.Shape}. Knows neither tensors nor training: whoever has
 * tensors hands in bytes and numbers.
 */
package dev.figment.picture;
