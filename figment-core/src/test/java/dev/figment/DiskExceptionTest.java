package dev.figment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiskExceptionTest {
  @TempDir private Path folder;

  @Test
  void a_file_that_is_missing_is_named_once_without_words_of_java() {
    Path file = folder.resolve("none");
    IOException cause = catchThrowableOfType(IOException.class, () -> Files.readAllBytes(file));
    assertThat(new DiskException(file, "reading", cause))
        .hasMessage(file + ": reading failed: there is no such file or folder")
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.DISK);
  }

  @Test
  void what_java_says_by_the_names_of_its_classes_is_said_in_words() {
    String path = "a";
    assertThat(DiskException.reason(new AccessDeniedException(path)))
        .isEqualTo("it is not permitted");
    assertThat(DiskException.reason(new FileAlreadyExistsException(path)))
        .isEqualTo("something of that name is there already");
    assertThat(DiskException.reason(new DirectoryNotEmptyException(path)))
        .isEqualTo("the folder is not empty");
    assertThat(DiskException.reason(new NotDirectoryException(path))).isEqualTo("it is no folder");
    assertThat(DiskException.reason(new FileSystemLoopException(path)))
        .isEqualTo("links in it lead in a circle");
    assertThat(DiskException.reason(new EOFException())).isEqualTo("the file ends too early");
  }

  @Test
  void the_words_of_the_system_stay() {
    assertThat(DiskException.reason(new FileSystemException("a", null, "Not a directory")))
        .isEqualTo("Not a directory");
    assertThat(DiskException.reason(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(DiskException.reason(new IOException())).isEqualTo("IOException");
  }
}
