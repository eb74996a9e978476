package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.set.ImageSets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that the locale of a process cannot write. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocaleTest {
  @TempDir private Path folder;

  /** What a process reads: the points of each letter of its classes, and how many images. */
  public static void main(String[] arguments) {
    ImageSet set = ImageSets.open(DataRecipe.of(arguments[0]), null);
    set.classes().forEach(each -> System.out.print(each.codePoints().boxed().toList()));
    System.out.println(set.size());
  }

  @Test
  void under_lc_all_c_classes_are_told_apart_and_their_images_read() throws Exception {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "no such names here");
    Crafted.write(folder.resolve("ä/ü 1.png"), Crafted.png(2, 2, 1));
    Crafted.write(folder.resolve("ö/ß+%.png"), Crafted.png(2, 2, 2));
    assertThat(readUnderC()).endsWith("[228][246]2");
  }

  private String readUnderC() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LocaleTest.class.getName(),
            folder.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
