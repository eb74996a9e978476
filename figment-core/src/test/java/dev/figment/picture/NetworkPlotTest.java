package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.format.Png;
import dev.figment.picture.Drawing.Words;
import dev.figment.picture.NetworkPlot.Box;
import dev.figment.picture.NetworkPlot.Column;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NetworkPlotTest {
  @TempDir Path folder;

  @Test
  void layers_shapes_and_counts_are_named() {
    assertThat(plot().drawing().marks())
        .filteredOn(Words.class::isInstance)
        .extracting(mark -> ((Words) mark).text())
        .containsExactly(
            "mnist-dcgan",
            "generator",
            "633,472 parameters",
            "input <z>",
            "100",
            "dense 6272",
            "6272",
            "633,472 parameters",
            "reshape",
            "7×7×128",
            "discriminator",
            "1 parameter",
            "scale",
            "28×28×1",
            "1 parameter");
  }

  @Test
  void the_svg_is_xml_with_the_same_words() throws Exception {
    Path file = folder.resolve("networks.svg");
    plot().write(file);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Files.readString(file))));
    assertThat(document.getElementsByTagName("text").item(3).getTextContent())
        .isEqualTo("input <z>");
  }

  @Test
  void the_png_is_twice_as_many_pixels_as_the_drawing_has_points() {
    Path file = folder.resolve("networks.png");
    plot().write(file);

    assertThat(Png.read(file).getWidth()).isEqualTo((int) Math.ceil(plot().drawing().width() * 2));
  }

  @Test
  void every_kind_of_shape_has_its_block() {
    assertThat(Block.of("28×28×1", 28)).isEqualTo(new Block(26, 26, 3));
    assertThat(Block.of("14×7×1", 28)).isEqualTo(new Block(6.5, 13, 3));
    assertThat(Block.of("1", 28)).isEqualTo(new Block(3, 7, 0));
    assertThat(Block.of("1×1", 28)).isEqualTo(new Block(3, 3, 0));
    assertThat(Block.of("anything", 28)).isEqualTo(new Block(0, 0, 0));
    assertThat(Block.of("0×0×0", 1)).isEqualTo(new Block(0, 0, 0));
  }

  @Test
  void emptiness_is_refused() {
    assertThatThrownBy(() -> NetworkPlot.of("nothing", List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage("network plot: expected at least one column");
    assertThatThrownBy(() -> new Column("generator", List.of()))
        .hasMessage("network plot: column generator: expected at least one box");
    assertThatThrownBy(() -> new Box("dense", "1", -1))
        .hasMessage("network plot: layer dense: parameters must be at least 0, got -1");
  }

  private static NetworkPlot plot() {
    return NetworkPlot.of(
        "mnist-dcgan",
        List.of(
            new Column(
                "generator",
                List.of(
                    new Box("input <z>", "100", 0),
                    new Box("dense 6272", "6272", 633472),
                    new Box("reshape", "7×7×128", 0))),
            new Column("discriminator", List.of(new Box("scale", "28×28×1", 1)))));
  }
}
