/**
 * The public homes of data sets. {@link dev.figment.data.download.RemoteSet} is what is to be had
 * under a name, {@link dev.figment.data.download.RemoteFile} a file of it with its addresses, size
 * and SHA-256; {@link dev.figment.data.download.Download} brings it into a data folder: from where
 * an attempt before was cut short, checked before it is put in place, whole or not at all. {@link
 * dev.figment.data.download.Connection} asks for a part of a file, over the proxies that {@link
 * dev.figment.data.download.EnvironmentProxies} finds; {@link dev.figment.data.download.Unpacked}
 * takes files out of an archive.
 *
 * <p>Names and folders are those that {@code data.set} looks for. Leans on {@code data.reader} for
 * the headers of a tar.
 */
@NullMarked
package dev.figment.data.download;

import org.jspecify.annotations.NullMarked;
