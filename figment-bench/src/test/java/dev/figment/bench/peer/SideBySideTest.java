package dev.figment.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.bench.Forked;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SideBySideTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Starts a peer, as somebody in the launcher's environment does. */
  static final class Launched {
    public static void main(String[] args) throws IOException, InterruptedException {
      List<String> peer = Forked.command(Peer.class);
      Map<String, String> environment =
          args[0].equals("peer") ? SideBySide.peerEnvironment(3) : Map.of();
      System.out.println(new TimedProcess(peer, environment, LIMIT).lastLine());
    }
  }

  /** Says what it finds of the launcher's environment, and its threads. */
  static final class Peer {
    public static void main(String[] args) {
      TreeSet<String> found = new TreeSet<>(System.getenv().keySet());
      found.retainAll(Backend.ENVIRONMENT.keySet());
      System.out.println(found + " " + System.getenv("OMP_NUM_THREADS"));
    }
  }

  private static String found(String how) throws IOException, InterruptedException {
    Map<String, String> launcher = new HashMap<>(Backend.ENVIRONMENT);
    launcher.put("OMP_NUM_THREADS", "1");
    return new TimedProcess(Forked.command(Launched.class, how), launcher, LIMIT).lastLine();
  }

  @Test
  void a_peer_lacks_what_the_launcher_sets_and_has_its_threads()
      throws IOException, InterruptedException {
    assertThat(found("anybody")).isEqualTo(new TreeSet<>(Backend.ENVIRONMENT.keySet()) + " 1");
    assertThat(found("peer")).isEqualTo("[] 3");
  }
}
