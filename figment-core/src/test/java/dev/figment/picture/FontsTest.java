package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.FigmentException;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FontsTest {
  @TempDir Path folder;

  /** What the child of the test below runs. */
  public static final class WithoutFonts {
    public static void main(String[] arguments) {
      ImageGrid.of(Shape.image(2, 2, 1), new byte[16]).writePng(Path.of(arguments[0]));
      try {
        Chart.titled("losses").toImage();
      } catch (FigmentException e) {
        throw new AssertionError(e.getMessage());
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void without_any_font_a_grid_is_written_and_a_chart_says_what_to_install()
      throws IOException, InterruptedException {
    Path fonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
    Path output = folder.resolve("output.txt");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            WithoutFonts.class.getName(),
            folder.resolve("grid.png").toString());
    java.environment().put("FONTCONFIG_FILE", fonts.toString());
    Process child = java.redirectErrorStream(true).redirectOutput(output.toFile()).start();

    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("grid.png")).exists();
    assertThat(output)
        .content()
        .contains(
            "fonts: expected at least one on this system for the words in the picture, got none."
                + " Install fontconfig and a font: on Debian and Ubuntu"
                + " `apt-get install fontconfig fonts-dejavu-core`.");
  }
}
