/**
 * Bytes on disk that know no model. Each type is one file format; start at the one you hold:
 *
 * <ul>
 *   <li>{@link dev.figment.format.Safetensors} reads named tensors, {@link
 *       dev.figment.format.SafetensorsFile} says what they are like before it reads those that are
 *       asked for, {@link dev.figment.format.SafetensorsWriter} writes them. The files are
 *       safetensors as PyTorch and Hugging Face read them (metadata {@code format: pt}), with the
 *       types of {@link dev.figment.format.Dtype} only. The reader trusts nothing: whatever the
 *       bytes, it gives tensors or a {@link dev.figment.ModelFileException}.
 *   <li>{@link dev.figment.format.Npy} reads and writes NumPy's arrays; {@link
 *       dev.figment.format.Csv} writes tables as text.
 *   <li>{@link dev.figment.format.Png}, {@link dev.figment.format.Gif} and {@link
 *       dev.figment.format.Apng} write still and moving pictures; {@link dev.figment.format.Rgb} is
 *       the kind of picture that all of them take and give, and {@link
 *       dev.figment.format.GrayImage} the other one that is written.
 *   <li>{@link dev.figment.format.EventFile} grows by what TensorBoard shows, each a {@link
 *       dev.figment.format.SummaryValue}.
 *   <li>{@link dev.figment.format.AtomicFile} is how all others reach the disk: whole or not at
 *       all. {@link dev.figment.format.Temporaries} are what they are until then, {@link
 *       dev.figment.format.Folders} what they lie in. {@link dev.figment.format.GrowingFile} is for
 *       logs, which are added to.
 *   <li>{@link dev.figment.format.CacheFolder} is where what took long to make is kept; {@link
 *       dev.figment.format.Sha256} names it by its content. {@link dev.figment.format.MarkupText}
 *       is text as XML and HTML hold it.
 * </ul>
 *
 * <p>Uses the root package only. Used by everything that reads or writes files.
 */
@NullMarked
package dev.figment.format;

import org.jspecify.annotations.NullMarked;
