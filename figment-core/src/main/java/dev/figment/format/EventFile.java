package dev.figment.format;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.figment.DiskException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * An event file as TensorBoard reads it, {@code events.out.tfevents.1700000000.host.4711.0}: it
 * grows by records, each a length, its checksum, an {@code Event} message and that one's checksum.
 *
 * <p>A training that goes on writes a new file into the same folder. What is appended can be read
 * at once; it is not flushed to the disk. Where that fails, the record is written over by the next.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/compat/proto/event.proto">event.proto</a>
 */
public final class EventFile {
  private static final String VERSION = "brain.Event:2";
  private static final int SESSION_START = 1;
  private static final int MOST_ATTEMPTS = 1000;

  private final Path path;
  private final InstantSource time;
  private final Set<String> tags = new HashSet<>();
  private long length;

  private EventFile(Path path, InstantSource time) {
    this.path = path;
    this.time = time;
  }

  /**
   * A new file in a folder.
   *
   * @throws DiskException if it cannot be written
   */
  public static EventFile create(Path folder) {
    return create(folder, InstantSource.system());
  }

  static EventFile create(Path folder, InstantSource time) {
    EventFile file = new EventFile(claim(folder, time.instant().getEpochSecond()), time);
    file.append(file.event().text(3, VERSION));
    return file;
  }

  private static Path claim(Path folder, long second) {
    String host = System.getenv().getOrDefault("HOSTNAME", "localhost").replaceAll("[^\\w-]", "_");
    long process = ProcessHandle.current().pid();
    for (int n = 0; n < MOST_ATTEMPTS; n++) {
      Path path =
          folder.resolve(
              String.format(
                  Locale.ROOT, "events.out.tfevents.%010d.%s.%d.%d", second, host, process, n));
      if (isNew(path)) {
        return path;
      }
    }
    throw new AssertionError(MOST_ATTEMPTS + " event files in a second in " + folder);
  }

  private static boolean isNew(Path path) {
    try (FileChannel made = FileChannel.open(path, CREATE_NEW, WRITE)) {
      return made.isOpen();
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new DiskException(path, "writing", e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * Says that a training goes on: what files before this one have of this step and of later ones
   * does not count any more.
   */
  public void restart(long step) {
    append(event().number(2, step).message(7, new ProtobufMessage().number(1, SESSION_START)));
  }

  /**
   * Adds what was seen at a step, in one record.
   *
   * @throws DiskException if it cannot be written
   */
  public void append(long step, List<SummaryValue> values) {
    ProtobufMessage summary = new ProtobufMessage();
    for (SummaryValue each : values) {
      summary.message(1, each.toMessage(!tags.contains(each.tag())));
    }
    append(event().number(2, step).message(5, summary));
    values.forEach(each -> tags.add(each.tag()));
  }

  private ProtobufMessage event() {
    Instant now = time.instant();
    return new ProtobufMessage().decimal(1, Duration.between(Instant.EPOCH, now).toNanos() / 1e9);
  }

  private void append(ProtobufMessage event) {
    ByteBuffer bytes = ByteBuffer.wrap(framed(event.toByteArray()));
    long size = bytes.remaining();
    try (FileChannel channel = FileChannel.open(path, WRITE, NOFOLLOW_LINKS)) {
      channel.position(length);
      AtomicFile.writeFully(channel, bytes);
      length += size;
    } catch (IOException e) {
      throw new DiskException(path, "writing", e);
    }
  }

  /** Length, its checksum, data, its checksum. */
  static byte[] framed(byte[] data) {
    ByteBuffer record =
        ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length);
    record.putInt(masked(record.array(), 0, Long.BYTES)).put(data);
    return record.putInt(masked(data, 0, data.length)).array();
  }

  /** CRC-32C, turned by 15 bits and moved on: so that checksums of checksums are none of theirs. */
  static int masked(byte[] bytes, int from, int count) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, count);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }
}
