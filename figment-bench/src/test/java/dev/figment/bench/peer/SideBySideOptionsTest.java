package dev.figment.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.bench.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SideBySideOptionsTest {
  private static SideBySideOptions options(String... arguments) {
    SideBySideOptions options = new SideBySideOptions();
    assertThat(Arguments.read(options, arguments)).isTrue();
    return options;
  }

  @Test
  void without_options_all_works_are_done_by_all_peers() {
    SideBySideOptions options = options("--data", "no-such-folder");
    assertThat(options.works())
        .hasSize(20)
        .contains(new TrainingStep("flowers-style-gan"), new Sampling("fashion-vae"))
        .noneMatch(Loading.class::isInstance);
    assertThat(options.isBusy).isFalse();
    assertThat(options.peers()).containsExactly(Peer.values());
    assertThat(options.rounds).isEqualTo(3);
    assertThat(options.threads).isEqualTo(2);
    assertThat(options.limit).isEqualTo(240);
  }

  @Test
  void works_and_peers_are_any_number_of_names() {
    SideBySideOptions options =
        options("--work", "fashion-vae", "fashion-gan", "--rounds", "5", "--peers", "torch", "jax");
    assertThat(options.works())
        .containsExactly(new TrainingStep("fashion-vae"), new TrainingStep("fashion-gan"));
    assertThat(options.peers())
        .containsExactly(Peer.TORCH_EAGER, Peer.TORCH_CHANNELS_LAST, Peer.TORCH_COMPILE, Peer.JAX);
    assertThat(options.rounds).isEqualTo(5);
    assertThat(options("--peers", "none").peers()).isEmpty();
  }

  @Test
  void sampling_and_loading_are_works_too() {
    SideBySideOptions options =
        options("--work", "sample:mnist-dcgan", "load:flowers:again", "--data", "sets", "--busy");
    assertThat(options.works())
        .containsExactly(
            new Sampling("mnist-dcgan"), new Loading("flowers:again", Path.of("sets")));
    assertThat(options.works().get(1).isAgain()).isTrue();
    assertThat(options.isBusy).isTrue();
    assertThatThrownBy(() -> options("--work", "load:imagenet").works())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("expected one of [fashion-mnist, fashion-mnist:again,");
    assertThatThrownBy(() -> options("--busy", "yes"))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown argument yes. See --help.");
  }

  @Test
  void a_command_before_each_turn_is_split_into_words() {
    assertThat(options("--before", "nice -n 5").before).containsExactly("nice", "-n", "5");
  }

  @Test
  void bounds_are_read_from_a_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bounds"), "fashion-gan 0.4\n\nmnist-dcgan 900\n");
    assertThat(options("--bounds", file.toString()).bounds())
        .containsOnlyKeys("fashion-gan", "mnist-dcgan")
        .containsEntry("fashion-gan", 0.4);
    Files.writeString(file, "fashion-gan fast");
    assertThatThrownBy(() -> options("--bounds", file.toString()).bounds())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("milliseconds in a line, got 'fashion-gan fast'");
  }

  @Test
  void what_is_unknown_or_incomplete_is_refused() {
    assertThatThrownBy(() -> options("--round", "3"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("unknown option --round; did you mean --rounds?");
    assertThatThrownBy(() -> options("--rounds"))
        .isInstanceOf(UsageException.class)
        .hasMessage("Missing required parameter for option '--rounds' (N)");
    assertThatThrownBy(() -> options("--steps", "0"))
        .isInstanceOf(UsageException.class)
        .hasMessage("Invalid value for option '--steps': expected a whole number from 1, got 0");
    assertThatThrownBy(() -> options("--peers", "torsh").peers())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("or torch, keras, none, got torsh");
    assertThatThrownBy(() -> options("--work", "fashion-gun").works())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("did you mean fashion-gan?");
  }
}
