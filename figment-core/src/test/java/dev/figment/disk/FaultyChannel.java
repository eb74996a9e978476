package dev.figment.disk;

import dev.figment.disk.Fault.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file of a {@link FaultyDisk}. */
final class FaultyChannel extends FileChannel {
  private final FileChannel real;
  private final Path file;
  private final Fault fault;

  FaultyChannel(FileChannel real, Path file, Fault fault) {
    this.real = real;
    this.file = file;
    this.fault = fault;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    int taken = fault.taken(file, count);
    if (taken == count) {
      return real.write(bytes);
    }
    if (taken > 0) {
      real.write(bytes.slice(bytes.position(), taken));
    }
    fault.after(file);
    return taken;
  }

  @Override
  public long write(ByteBuffer[] buffers, int from, int count) throws IOException {
    long written = 0;
    for (int i = from; i < from + count; i++) {
      written += write(buffers[i]);
    }
    return written;
  }

  @Override
  public int write(ByteBuffer bytes, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void force(boolean metaData) throws IOException {
    fault.before(Operation.FLUSH, file);
    real.force(metaData);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    fault.before(Operation.CUT, file);
    real.truncate(size);
    return this;
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return real.read(bytes);
  }

  @Override
  public long read(ByteBuffer[] buffers, int from, int count) throws IOException {
    return real.read(buffers, from, count);
  }

  @Override
  public int read(ByteBuffer bytes, long position) throws IOException {
    return real.read(bytes, position);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return real.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return real.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
