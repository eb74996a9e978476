package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Sha256Test {
  /** FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void it_is_that_of_the_standard() {
    assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).isEqualTo(ABC);
    var digest = Sha256.digest();
    digest.update(new byte[] {'a', 'b'});
    digest.update((byte) 'c');
    assertThat(Sha256.hex(digest)).isEqualTo(ABC);
  }

  @Test
  void words_that_are_cut_elsewhere_come_to_something_else() {
    assertThat(Sha256.of("ab", 1)).isNotEqualTo(Sha256.of("a", "b1"));
  }

  @Test
  void a_file_has_that_of_its_bytes(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("abc"), "abc".getBytes(StandardCharsets.UTF_8));
    assertThat(Sha256.of(file)).isEqualTo(ABC);
  }
}
