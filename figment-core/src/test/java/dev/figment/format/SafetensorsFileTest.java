package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.format.SafetensorsFile.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SafetensorsFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("some.safetensors");
    new SafetensorsWriter()
        .metadata("made", "by hand")
        .put("a", new long[] {2, 1}, new float[] {1, 2})
        .put("b", new long[] {3}, new float[] {3, 4, 5})
        .put("c", new long[0], new long[] {7})
        .write(file);
  }

  @Test
  void it_says_what_it_holds() {
    SafetensorsFile opened = SafetensorsFile.open(file);
    assertThat(opened.names()).containsExactly("c", "a", "b");
    assertThat(opened.metadata()).containsEntry("made", "by hand");
    assertThat(opened.form("a")).isEqualTo(new Form(Dtype.F32, new long[] {2, 1}));
    assertThat(opened.form("a").isFloats()).isTrue();
    assertThat(opened.form("c").isFloats()).isFalse();
    assertThat(opened.form("c")).hasToString("I64 []");
  }

  @Test
  void those_that_are_asked_for_are_read() {
    Safetensors read = SafetensorsFile.open(file).read(Set.of("b"));
    assertThat(read.entries()).containsOnlyKeys("b");
    assertThat(read.floats("b")).containsExactly(3, 4, 5);
  }

  @Test
  void under_other_names_they_are_the_same() {
    SafetensorsFile renamed = SafetensorsFile.open(file).renamed(name -> "x." + name);
    assertThat(renamed.read().floats("x.a")).containsExactly(1, 2);
  }

  @Test
  void one_that_it_does_not_have_is_refused() {
    SafetensorsFile opened = SafetensorsFile.open(file);
    assertThatThrownBy(() -> opened.form("weight"))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": expected a tensor 'weight', got 3 others");
    assertThatThrownBy(() -> opened.read(Set.of("weight"))).isInstanceOf(ModelFileException.class);
  }

  @Test
  void a_file_that_became_another_is_refused() throws IOException {
    SafetensorsFile opened = SafetensorsFile.open(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThatThrownBy(opened::read)
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": expected the file as it was opened, got another. Open it again.");
  }

  @Test
  void a_file_that_is_gone_is_a_matter_of_the_disk() throws IOException {
    SafetensorsFile opened = SafetensorsFile.open(file);
    Files.delete(file);
    assertThatThrownBy(opened::read).isInstanceOf(DiskException.class);
  }
}
