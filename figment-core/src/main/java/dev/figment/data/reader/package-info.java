/**
 * Readers, one for each kind of file: {@link dev.figment.data.reader.IdxReader} (the MNIST family),
 * {@link dev.figment.data.reader.CifarReader} (binary batches), {@link
 * dev.figment.data.reader.ClassFolderReader} (folders, zips and tars with one folder of images per
 * class) and {@link dev.figment.data.reader.ImageListReader} (image files that a user names). Each
 * returns a {@link dev.figment.data.ImageSet}; a {@link dev.figment.data.DataSet} of one's own may
 * use them.
 *
 * <p>Within: {@code ImagePlaces} opens {@code ImageFiles}, the names and bytes in a folder ({@code
 * ImageFolderReader}), a zip ({@code ImageZipReader}), a tar ({@code ImageTarReader}, with {@code
 * TarEntries} and {@code TarHeader}) or of a {@code SingleImage}; {@code EntryNames} are those in
 * archives, which may be hostile, {@code PlaceLimits} say how much is too much, and a {@code
 * Listing} says which files are images and why others are left out. {@code ClassFolders} is what
 * folders say of them, {@code SplitFolder} those of one split, {@code HoldOut} chooses a test split
 * where there is none, and {@code ImageLoading} decodes over all processors, with {@code
 * ConversionCounts} of what happened and {@code FaultLines} of what could not be read. {@code
 * DecodedCache} keeps what came out of zips for the next time, each set a {@code DecodedFile}; that
 * class has the format, which began in 2026 as {@code FIGIMGS1}, and counts conversions since
 * {@code FIGIMGS2}. {@link dev.figment.data.reader.IdxFiles} finds the files of the MNIST family by
 * the names that they come with.
 *
 * <p>{@link dev.figment.data.reader.DataCheck} looks at all files of a place and says of each what
 * is odd, a {@link dev.figment.data.reader.Finding}; {@code DataChecking} does it. An {@link
 * dev.figment.data.reader.ImageSurvey} says of images of any size what they are like.
 *
 * <p>{@link dev.figment.data.reader.Preparation} goes the other way: a clean {@code PreparedZip}
 * out of what it finds, by {@code InOrder}, with a {@code LabelFile}, which is read where there is
 * one.
 *
 * <p>Files are not trusted: sizes are checked against what a header declares before memory is
 * taken, and nothing in a zip is unpacked to disk. Leans on {@code data} and {@code data.image}.
 */
@NullMarked
package dev.figment.data.reader;

import org.jspecify.annotations.NullMarked;
