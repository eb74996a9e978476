package dev.figment.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What may be null is checked while the code is compiled, in packages that say so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NullMarkedTest {
  private static final MainSources SOURCES = MainSources.ofAllModules();

  /** Modules that are read or run, not built on; what stands here is to get less. */
  private static final Set<String> NOT_YET = Set.of("examples", "figment-bench");

  @Test
  void every_package_says_what_may_be_null() {
    Set<String> unmarked =
        SOURCES.files().stream()
            .map(Path::getParent)
            .filter(folder -> !isMarked(folder.resolve("package-info.java")))
            .map(folder -> Path.of("..").relativize(folder).getName(0).toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unmarked).isEqualTo(NOT_YET);
  }

  private static boolean isMarked(Path map) {
    try {
      return Files.exists(map) && Files.readString(map).contains("\n@NullMarked\npackage ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
