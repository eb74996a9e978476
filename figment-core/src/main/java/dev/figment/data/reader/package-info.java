/**
 * Readers, one for each kind of file: {@link dev.figment.data.reader.IdxReader} (the MNIST family),
 * {@link dev.figment.data.reader.CifarReader} (binary batches), {@link
 * dev.figment.data.reader.ImageFolderReader} and {@link dev.figment.data.reader.ImageZipReader}
 * (image files, loaded by {@link dev.figment.data.reader.ImageLoading} with the classes of {@link
 * dev.figment.data.reader.ClassFolders}), {@link dev.figment.data.reader.GivenFiles} (files that a
 * user names).
 *
 * <p>Files are not trusted: sizes are checked against what a header declares before memory is
 * taken, and nothing in a zip is unpacked to disk. Leans on {@code data} and {@code data.image}.
 */
package dev.figment.data.reader;
