package dev.figment.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A disk with room for so many bytes: the rest is refused as Linux does it. Folders take none. */
public final class FullAfter implements Fault {
  private volatile long room;
  private long written;

  public FullAfter(long room) {
    this.room = room;
  }

  /** From now on there is room for so many. */
  public void makeRoom(long bytes) {
    room = bytes;
  }

  /** Bytes that reached the disk. */
  public long written() {
    return written;
  }

  @Override
  public void before(Operation operation, Path file) {}

  @Override
  public int taken(Path file, int bytes) {
    int taken = (int) Math.min(bytes, room);
    room -= taken;
    written += taken;
    return taken;
  }

  @Override
  public void after(Path file) throws IOException {
    throw new IOException("No space left on device");
  }
}
