/**
 * Numbers on a device. The only package that knows the engine (libtorch through JavaCPP): nothing
 * of {@code org.bytedeco} leaves it.
 *
 * <p>Start at {@link dev.figment.tensor.Tensor} and {@link dev.figment.tensor.Scope}, which owns
 * the native memory of every tensor born inside it. {@link dev.figment.tensor.Gradients} asks for
 * derivatives, {@link dev.figment.tensor.GradientHook} hears of them on their way, {@link
 * dev.figment.tensor.RandomStream} and {@link dev.figment.tensor.Noise} draw, {@link
 * dev.figment.tensor.Convolution} and {@link dev.figment.tensor.Pooling} work on images, {@link
 * dev.figment.tensor.LinearAlgebra} and {@link dev.figment.tensor.Distances} on points, where
 * {@link dev.figment.tensor.Doubles} keep the digits. {@link dev.figment.tensor.FlatMemory} lays
 * tensors side by side, {@link dev.figment.tensor.FusedAdam} updates them in one pass. {@link
 * dev.figment.tensor.Backend} sets threads and reports the environment, {@link
 * dev.figment.tensor.Processor} what the processor can do. Under {@link
 * dev.figment.tensor.Autocast} products are in bfloat16.
 *
 * <p>Inside, an image batch is a tensor of (examples, channels, height, width) whose memory lies
 * channels last, so that it equals (height, width, channels) bytes with no copy.
 *
 * <p>Leans on the root package alone; everything else may lean on it.
 */
@NullMarked
package dev.figment.tensor;

import org.jspecify.annotations.NullMarked;
