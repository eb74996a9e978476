/**
 * Networks as data. Start at {@link dev.figment.nn.Layer}, a record that knows its output shape and
 * its parameters before any native code is loaded; {@link dev.figment.nn.Architecture} joins layers
 * and checks that they fit, {@link dev.figment.nn.Summary} prints them, {@link
 * dev.figment.nn.JoinedNetworks} shows two in a row, and {@link dev.figment.nn.Network} is an
 * architecture with {@link dev.figment.nn.Parameters}.
 *
 * <p>Layers are Keras's: names, defaults and arithmetic, the uneven {@code same} padding included.
 * Parameters keep libtorch's names and layouts ({@code weight}, {@code bias}, {@code
 * running_mean}). Golden fixtures made by Keras hold both to it.
 *
 * <p>A layer says of itself what it is: {@link dev.figment.nn.Layer#children} that it holds others,
 * {@link dev.figment.nn.Layer#batchDependence} whether the batch counts, {@link
 * dev.figment.nn.Layer#kernelParameter} what may be normalized. Layers that hold others are of
 * three sorts: {@link dev.figment.nn.Branched} ones ({@link dev.figment.nn.Residual}, {@link
 * dev.figment.nn.Concatenate}, {@link dev.figment.nn.Parallel}) lead their input several {@link
 * dev.figment.nn.Way}s and {@link dev.figment.nn.Merge} what comes out; {@link
 * dev.figment.nn.Wrapper}s ({@link dev.figment.nn.SpectralNormalization}, {@link
 * dev.figment.nn.Equalized}) change the kernel of the one inside ({@code layer.weight}) on the way;
 * {@link dev.figment.nn.TimeDistributed} repeats one at every step. So a network with skips, such
 * as a U-Net, is a list of layers too. {@link dev.figment.nn.DiffAugment} is no layer: it changes
 * images on the way to a network.
 *
 * <p>A {@link dev.figment.nn.Pass} goes through all of them: it says whether the network learns,
 * and carries what layers are told beside the examples, each a {@link dev.figment.nn.SideInput}:
 * {@link dev.figment.nn.TimeEmbedding} the time, {@link dev.figment.nn.SelfAttention} a mask,
 * {@link dev.figment.nn.ConditionalBatchNormalization} classes, {@link
 * dev.figment.nn.VirtualBatchNormalization} the size of a reference.
 *
 * <p>A {@link dev.figment.nn.LayerObserver} hears of each {@link dev.figment.nn.AppliedLayer} that
 * a network runs: for a profile.
 *
 * <p>Add a layer: a record that implements {@link dev.figment.nn.Layer}, added by an {@link
 * dev.figment.catalogue.Extension} as {@link dev.figment.nn.LayerExtension} adds these.
 *
 * <p>Leans on {@code catalogue} and {@code tensor}; knows neither data, nor training, nor files.
 */
@NullMarked
package dev.figment.nn;

import org.jspecify.annotations.NullMarked;
