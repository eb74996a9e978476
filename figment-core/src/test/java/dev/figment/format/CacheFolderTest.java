package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CacheFolderTest {
  @Test
  void the_environment_names_the_folder_or_turns_it_off() {
    assertThat(CacheFolder.of("decoded", "off")).isNull();
    assertThat(CacheFolder.of("decoded", "/tmp/x")).isEqualTo(Path.of("/tmp/x"));
    assertThat(CacheFolder.of("decoded", null))
        .endsWithRaw(Path.of(".cache", "figment", "decoded"));
  }
}
