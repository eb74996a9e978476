/**
 * Networks as data. Start at {@link dev.figment.nn.Layer}, a record that knows its output shape and
 * its parameters before any native code is loaded; {@link dev.figment.nn.Architecture} joins layers
 * and checks that they fit, {@link dev.figment.nn.Summary} prints them, and {@link
 * dev.figment.nn.Network} is an architecture with {@link dev.figment.nn.Parameters}.
 *
 * <p>Layers are Keras's: names, defaults and arithmetic, the uneven {@code same} padding included.
 * Parameters keep libtorch's names and layouts ({@code weight}, {@code bias}, {@code
 * running_mean}). Golden fixtures made by Keras hold both to it.
 *
 * <p>Some layers hold layers: {@link dev.figment.nn.Residual}, {@link
 * dev.figment.nn.TimeDistributed}, and {@link dev.figment.nn.SpectralNormalization} and {@link
 * dev.figment.nn.Equalized}, which change the weight of the one inside ({@code layer.weight}) on
 * the way. {@link dev.figment.nn.DiffAugment} is no layer: it changes images on the way to a
 * network.
 *
 * <p>A {@link dev.figment.nn.Pass} goes through all of them: it says whether the network learns,
 * and of which class each example is, for {@link dev.figment.nn.ConditionalBatchNormalization}.
 *
 * <p>Add a layer: a record that implements {@link dev.figment.nn.Layer}, named in a {@link
 * dev.figment.nn.LayerCatalogue} that {@link java.util.ServiceLoader} finds.
 *
 * <p>Leans on {@code tensor}; knows neither data, nor training, nor files.
 */
package dev.figment.nn;
