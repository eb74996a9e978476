package dev.figment.cli;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream that another one is written to by a thread of its own: whoever writes never waits. Where
 * nobody reads at the other end, a terminal that Ctrl-S stopped or a pipe, a training goes on and
 * can be ended. Up to {@value #MOST_WAITING} bytes wait; what comes then is lost, and that is said.
 */
final class BackgroundStream extends OutputStream {
  static final int MOST_WAITING = 1 << 20;

  private final OutputStream target;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private long lost;
  private boolean isWriting;
  private boolean isBroken;

  /**
   * @param target is written and flushed
   */
  BackgroundStream(OutputStream target) {
    this.target = target;
    Thread writer = new Thread(this::writeForEver, "standard error");
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) {
    if (waiting.size() + count > MOST_WAITING) {
      lost += count;
    } else if (!isBroken) {
      waiting.write(bytes, from, count);
      notifyAll();
    }
  }

  /** Waits until all is written, however long that takes. */
  synchronized void drain() throws InterruptedException {
    while (waiting.size() > 0 || isWriting) {
      wait();
    }
  }

  /** Another stream, each part of which comes after what was written here before it. */
  OutputStream before(OutputStream other) {
    return new FilterOutputStream(other) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        try {
          drain();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        out.write(bytes, from, count);
      }

      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }
    };
  }

  private void writeForEver() {
    try {
      while (true) {
        target.write(next());
        target.flush();
      }
    } catch (IOException e) {
      return; // nobody can be told
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      giveUp(); // whoever waits, waits no longer
    }
  }

  private synchronized byte[] next() throws InterruptedException {
    isWriting = false;
    notifyAll();
    while (waiting.size() == 0) {
      wait();
    }
    isWriting = true;
    if (lost > 0) {
      waiting.writeBytes(
          "%n… %,d bytes were not shown%n".formatted(lost).getBytes(StandardCharsets.UTF_8));
      lost = 0;
    }
    byte[] bytes = waiting.toByteArray();
    waiting.reset();
    return bytes;
  }

  private synchronized void giveUp() {
    isBroken = true;
    isWriting = false;
    waiting.reset();
    notifyAll();
  }
}
