/**
 * Style-based GANs: a mapping network turns a point z into a style w, and a synthesis network makes
 * an image of a learned constant, each layer told by w what to do. Start at {@link
 * dev.figment.model.style.StyleRecipe}, then {@link dev.figment.model.style.StyleGan}, its phases,
 * and {@link dev.figment.model.style.Synthesis}, the way through its layers.
 *
 * <p>Layers, all of the synthesis network but the first one: {@link
 * dev.figment.model.style.StyleAverage} ends the mapping network, {@link
 * dev.figment.model.style.StyledConstant}, {@link dev.figment.model.style.StyledConvolution} and
 * {@link dev.figment.model.style.ToPicture} are lent their style under the name {@code style}. A
 * style changes an image by {@link dev.figment.model.style.AdaptiveInstanceNormalization} or in a
 * {@link dev.figment.model.style.ModulatedConvolution}, as {@link
 * dev.figment.model.style.Modulation} says.
 */
package dev.figment.model.style;
