package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoresTest {
  @TempDir Path cpus;

  private void processors(String... siblings) throws IOException {
    Files.createDirectories(cpus.resolve("cpufreq"));
    for (int i = 0; i < siblings.length; i++) {
      Path topology = Files.createDirectories(cpus.resolve("cpu" + i + "/topology"));
      Files.writeString(topology.resolve("thread_siblings_list"), siblings[i] + "\n");
    }
  }

  @Test
  void two_processors_of_one_core_count_once() throws IOException {
    processors("0,4", "1,5", "2,6", "3,7", "0,4", "1,5", "2,6", "3,7");
    assertThat(Cores.threads(null, cpus, 8)).isEqualTo(4);
  }

  @Test
  void no_more_are_used_than_the_jvm_may_use() throws IOException {
    processors("0", "1", "2", "3");
    assertThat(Cores.threads(null, cpus, 3)).isEqualTo(3);
  }

  @Test
  void a_processor_that_is_switched_off_does_not_count() throws IOException {
    processors("0", "1");
    Files.createDirectories(cpus.resolve("cpu2"));
    assertThat(Cores.threads(null, cpus, 8)).isEqualTo(2);
  }

  @Test
  void where_nothing_tells_all_available_processors_are_used() {
    assertThat(Cores.threads(null, cpus, 6)).isEqualTo(6);
    assertThat(Cores.threads(null, cpus.resolve("missing"), 6)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "16, 16", "'2,1', 2", "' 5 ', 5"})
  void who_sets_omp_num_threads_has_that_many(String wanted, int threads) throws IOException {
    processors("0", "1");
    assertThat(Cores.threads(wanted, cpus, 8)).isEqualTo(threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "many", "99999999999"})
  void a_setting_that_is_no_number_of_threads_is_as_none(String wanted) throws IOException {
    processors("0", "1");
    assertThat(Cores.threads(wanted, cpus, 8)).isEqualTo(2);
  }
}
