package dev.figment.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackgroundStreamTest {
  /** A terminal that takes nothing until it is let go on, as after Ctrl-S. */
  private static final class StoppedTerminal extends OutputStream {
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Override
    public void write(byte[] bytes, int from, int count) {
      try {
        goesOn.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      shown.write(bytes, from, count);
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }
  }

  private static void write(OutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(UTF_8));
  }

  @Test
  void who_writes_to_a_stopped_terminal_does_not_wait_and_all_is_shown_in_order() throws Exception {
    StoppedTerminal terminal = new StoppedTerminal();
    BackgroundStream stream = new BackgroundStream(terminal);
    write(stream, "one ");
    stream.write('t');
    write(stream, "wo");
    assertThat(terminal.shown.size()).isZero();
    terminal.goesOn.countDown();
    stream.drain();
    assertThat(terminal.shown.toString(UTF_8)).isEqualTo("one two");
  }

  @Test
  void what_is_more_than_can_wait_is_lost_and_that_is_said() throws Exception {
    StoppedTerminal terminal = new StoppedTerminal();
    BackgroundStream stream = new BackgroundStream(terminal);
    for (int i = 0; i < 3 * BackgroundStream.MOST_WAITING / 1000; i++) {
      stream.write(new byte[1000]);
    }
    terminal.goesOn.countDown();
    stream.drain();
    write(stream, "end");
    stream.drain();
    assertThat(terminal.shown.size())
        .as("what was on its way when it stopped, and what waited then")
        .isLessThan(2 * BackgroundStream.MOST_WAITING + 2000);
    assertThat(terminal.shown.toString(UTF_8))
        .containsPattern("… [\\d,]+ bytes were not shown\\R")
        .endsWith("end");
  }

  @Test
  void nobody_waits_for_a_writer_that_failed() throws Exception {
    BackgroundStream stream =
        new BackgroundStream(
            new OutputStream() {
              @Override
              public void write(int value) {
                throw new StackOverflowError();
              }
            });
    write(stream, "lost");
    stream.drain();
    write(stream, "lost too");
    stream.drain();
  }

  @Test
  void what_follows_on_another_stream_comes_after_it() throws Exception {
    StoppedTerminal terminal = new StoppedTerminal();
    BackgroundStream error = new BackgroundStream(terminal);
    OutputStream out = error.before(terminal);
    write(error, "error ");
    terminal.goesOn.countDown();
    write(out, "out");
    assertThat(terminal.shown.toString(UTF_8)).isEqualTo("error out");
  }

  @Test
  void nobody_waits_for_a_reader_that_is_gone() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    BackgroundStream stream =
        new BackgroundStream(
            new OutputStream() {
              @Override
              public void write(int value) throws IOException {
                attempts.incrementAndGet();
                throw new IOException("Broken pipe");
              }
            });
    write(stream, "one");
    stream.drain();
    write(stream, "two");
    stream.drain();
    assertThat(attempts).hasValue(1);
  }
}
