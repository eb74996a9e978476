package dev.figment.disk;

import java.io.IOException;
import java.nio.file.Path;

/** What befalls a {@link FaultyDisk}. */
public interface Fault {
  /** What changes a disk. */
  enum Operation {
    MAKE_FOLDER,
    MAKE_FILE,
    WRITE,
    FLUSH,
    CUT,
    RENAME,
    DELETE
  }

  /** Before each operation but a write; the operation is not done where this throws. */
  void before(Operation operation, Path file) throws IOException;

  /**
   * Before a write.
   *
   * @return how many of the bytes still reach the disk; where it is less, {@link #after} comes next
   */
  int taken(Path file, int bytes);

  /** After a write of which a part reached the disk. */
  void after(Path file) throws IOException;
}
