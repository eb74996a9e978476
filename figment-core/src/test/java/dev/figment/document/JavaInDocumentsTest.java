package dev.figment.document;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java that documents and Javadoc show compiles. A block of Markdown that is no more than a
 * fragment has {@code <!-- fragment -->} above it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JavaInDocumentsTest {
  /** What examples take from their surroundings, by the page on which they stand. */
  private static final Map<String, String> GIVEN =
      Map.ofEntries(
          entry("ChartPanels.java", "double[] steps, plain, deep;"),
          entry("Chart.java", "double[] kimg, generator, discriminator;"),
          entry(
              "DataSet.java",
              "Contributions to; static class Moons implements DataSet {"
                  + " public DataCard card() { return null; }"
                  + " public ImageSet read(DataRecipe recipe, Path folder) { return null; } }"),
          entry(
              "embedding.md",
              "List<Layer> generator, discriminator; ImageSet train, test; Recipe recipe; Path"
                  + " folder; DataSplits data; Model model; RandomStreams streams;"),
          entry("Extension.java", "abstract static class Swish implements Layer {}"),
          entry("GaussianMixture.java", "Points latents;"),
          entry(
              "extending.md",
              "Contributions to; String about, page, license; List<String> classes;"
                  + " abstract int[] labelsOf(Split split); abstract float[] pointsOf(int[] of);"
                  + " static long[] axesBut(int axis, int rank) { return null; }"),
          entry("Gif.java", "List<BufferedImage> frames; Path file;"),
          entry(
              "IdxSet.java",
              "Contributions to; String about, page, license; List<String> classes;"),
          entry("ImageGrid.java", "byte[] pixels;"),
          entry("LatentMap.java", "TSne.Result map; ImageSet set; int[] which;"),
          entry(
              "metrics.md",
              "ImageSet training, part; List<Path> others; FeatureStatistics reference;"),
          entry("report.md", "Path folder; Settings settings;"),
          entry("RunReport.java", "Path folder; Settings settings;"),
          entry("Scatter.java", "Points reals, plain, penalized;"),
          entry("Scope.java", "Network generator; Tensor latents;"),
          entry(
              "StandardListeners.java", "DataSplits data; TrainingState state; RunFolder folder;"),
          entry("Trajectory.java", "double[] discriminator, generator;"),
          entry("TSne.java", "Points latents;"));

  private static final MainSources SOURCES = MainSources.ofAllModules();

  @TempDir Path output;

  @Test
  void every_block_compiles() throws IOException {
    List<JavaBlock> blocks = blocks();
    assertThat(blocks).hasSizeGreaterThan(10);
    assertThat(errors(blocks)).isEmpty();
  }

  @Test
  void a_block_that_does_not_compile_is_named_with_the_reason() throws IOException {
    String page =
        """
        ```java
        Path file = Shape.vector(3);
        ```

        <!-- fragment -->
        ```java
        and so on
        ```
        """;
    assertThat(errors(JavaBlock.ofMarkdown("page.md", page)))
        .singleElement()
        .asString()
        .startsWith("page_md_0: ")
        .contains("nn.Shape cannot be converted to java.nio.file.Path");
  }

  @Test
  void a_block_of_javadoc_is_read_without_its_margin() {
    String page = "/**\n * <pre>{@code\n * if (a) {\n *   b();\n * }\n * }</pre>\n */";
    assertThat(JavaBlock.ofJavadoc("Page.java", page))
        .containsExactly(new JavaBlock("Page.java", "if (a) {\n  b();\n}"));
  }

  private List<String> errors(List<JavaBlock> blocks) throws IOException {
    Imports imports = Imports.ofClassesBelow(Path.of("target/classes"));
    Map<String, String> sources = new LinkedHashMap<>();
    for (JavaBlock each : blocks) {
      String name = each.document().replaceAll("\\W", "_") + "_" + sources.size();
      String given = GIVEN.getOrDefault(each.document(), "");
      sources.put(name, each.source(name, given, imports));
    }
    return Compilation.errors(sources, output);
  }

  private static List<JavaBlock> blocks() throws IOException {
    List<JavaBlock> blocks = new ArrayList<>();
    for (Path page : pages()) {
      blocks.addAll(JavaBlock.ofMarkdown(page.getFileName().toString(), Files.readString(page)));
    }
    for (Path source : SOURCES.files()) {
      blocks.addAll(JavaBlock.ofJavadoc(source.getFileName().toString(), Files.readString(source)));
    }
    return blocks;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("../docs"))) {
      return Stream.concat(
              Stream.of("README.md", "PHILOSOPHY.md", "CHANGELOG.md", "examples/README.md")
                  .map(Path.of("..")::resolve),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }
}
