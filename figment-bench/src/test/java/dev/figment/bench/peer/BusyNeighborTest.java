package dev.figment.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusyNeighborTest {
  @Test
  void it_is_there_until_it_is_closed() throws IOException, InterruptedException {
    BusyNeighbor neighbor = BusyNeighbor.start();
    assertThat(neighbor.isAlive()).isTrue();
    neighbor.close();
    assertThat(neighbor.isAlive()).isFalse();
  }

  @Test
  void a_turns_caches_are_gone_after_it(@TempDir Path folder) throws IOException {
    try (CacheFolder caches = CacheFolder.in(folder)) {
      Files.createDirectories(caches.path().resolve("figment/images"));
      Files.writeString(caches.path().resolve("figment/images/one"), "decoded");
    }
    assertThat(folder).isEmptyDirectory();
  }
}
