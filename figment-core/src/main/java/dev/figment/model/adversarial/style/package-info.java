/**
 * Style-based GANs: a mapping network turns a point z into a style w, and a synthesis network makes
 * an image of a learned constant, each layer told by w what to do. Start at {@link
 * dev.figment.model.adversarial.style.StyleRecipe}, then {@link
 * dev.figment.model.adversarial.style.StyleGan}, its phases, and {@link
 * dev.figment.model.adversarial.style.Synthesis}, the way through its layers.
 *
 * <p>Layers, all of the synthesis network but the first one: {@link
 * dev.figment.model.adversarial.style.StyleAverage} ends the mapping network, {@link
 * dev.figment.model.adversarial.style.StyledConstant}, {@link
 * dev.figment.model.adversarial.style.StyledConvolution} and {@link
 * dev.figment.model.adversarial.style.ToPicture} are told their style by the pass. A style changes
 * an image by {@link dev.figment.model.adversarial.style.AdaptiveInstanceNormalization} or in a
 * {@link dev.figment.model.adversarial.style.ModulatedConvolution}, as {@link
 * dev.figment.model.adversarial.style.Modulation} says.
 */
@NullMarked
package dev.figment.model.adversarial.style;

import org.jspecify.annotations.NullMarked;
