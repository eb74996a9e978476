package dev.figment.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.bench.Forked;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimedProcessTest {
  /** Says what it was told, or fails, or does not end for a minute. */
  static final class Child {
    public static void main(String[] args) throws InterruptedException {
      System.out.println("first");
      System.out.println(args[0] + " " + System.getenv("FIGMENT_TOLD"));
      if (args[0].equals("fails")) {
        System.err.println("the reason");
        System.exit(3);
      }
      if (args[0].equals("waits")) {
        Thread.sleep(60_000);
      }
    }
  }

  private static TimedProcess child(String what, Duration limit) {
    List<String> command = Forked.command(Child.class, what);
    return new TimedProcess(command, Map.of("FIGMENT_TOLD", "this"), limit);
  }

  @Test
  void the_last_line_counts() throws IOException, InterruptedException {
    assertThat(child("says", Duration.ofMinutes(1)).lastLine()).isEqualTo("says this");
  }

  @Test
  void the_last_line_of_its_errors_is_why_it_failed() {
    assertThatThrownBy(() -> child("fails", Duration.ofMinutes(1)).lastLine())
        .isInstanceOf(PeerException.class)
        .hasMessage("the reason");
  }

  @Test
  void one_that_takes_too_long_is_stopped() {
    assertThatThrownBy(() -> child("waits", Duration.ofSeconds(2)).lastLine())
        .isInstanceOf(PeerException.class)
        .hasMessage("stopped after 2 s");
  }
}
