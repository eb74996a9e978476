/**
 * Readers, one for each kind of file: {@link dev.figment.data.reader.IdxReader} (the MNIST family),
 * {@link dev.figment.data.reader.CifarReader} (binary batches), {@link
 * dev.figment.data.reader.ClassFolderReader} (folders and zips with one folder of images per class)
 * and {@link dev.figment.data.reader.ImageListReader} (image files that a user names). Each returns
 * a {@link dev.figment.data.ImageSet}; a {@link dev.figment.data.DataSet} of one's own may use
 * them.
 *
 * <p>Within: {@code ImageFiles} are the names and bytes in a folder ({@code ImageFolderReader}) or
 * a zip ({@code ImageZipReader}), {@code ClassFolders} what their folders say of them, {@code
 * SplitFolder} those of one split, and {@code ImageLoading} decodes them over all processors.
 * {@code DecodedCache} keeps what came out of zips for the next time, each set a {@code
 * DecodedFile}; that class has the format, which began in 2026 as {@code FIGIMGS1}.
 *
 * <p>Files are not trusted: sizes are checked against what a header declares before memory is
 * taken, and nothing in a zip is unpacked to disk. Leans on {@code data} and {@code data.image}.
 */
@NullMarked
package dev.figment.data.reader;

import org.jspecify.annotations.NullMarked;
