package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.format.Png;
import dev.figment.latent.Points;
import dev.figment.nn.Shape;
import dev.figment.picture.Drawing.Form;
import dev.figment.picture.Drawing.Image;
import dev.figment.picture.Drawing.Words;
import dev.figment.tensor.RandomStream;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LatentMapTest {
  private static final Shape GRAY = Shape.image(4, 4, 1);

  @TempDir Path folder;

  private static Points points(int count) {
    RandomStream stream = RandomStream.named("points", count);
    float[] values = new float[2 * count];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) stream.nextGaussian();
    }
    return new Points(values, 2);
  }

  private static int[] labels(int count, int classes) {
    return IntStream.range(0, count).map(i -> i % classes).toArray();
  }

  private static LatentMap colored() {
    return LatentMap.of("a map", points(60)).classes(List.of("one", "two", "three"), labels(60, 3));
  }

  private static byte[] images(int count, Shape shape, int level) {
    byte[] pixels = new byte[count * shape.count()];
    Arrays.fill(pixels, (byte) level);
    return pixels;
  }

  private static List<Form> forms(LatentMap map) {
    return map.drawing().marks().stream()
        .filter(Form.class::isInstance)
        .map(Form.class::cast)
        .toList();
  }

  private static List<Image> images(LatentMap map) {
    return map.drawing().marks().stream()
        .filter(Image.class::isInstance)
        .map(Image.class::cast)
        .toList();
  }

  private static List<String> words(LatentMap map) {
    return map.drawing().marks().stream()
        .filter(Words.class::isInstance)
        .map(mark -> ((Words) mark).text())
        .toList();
  }

  private static long dots(LatentMap map, Color color) {
    return forms(map).stream().filter(form -> form.color().equals(color)).count();
  }

  @Test
  void every_point_is_a_dot_in_the_color_of_its_class_beside_a_legend() {
    assertThat(words(colored())).containsExactly("a map", "one", "two", "three");
    for (int label = 0; label < 3; label++) {
      assertThat(dots(colored(), Palette.ofClass(label))).isEqualTo(20 + 1);
    }
  }

  @Test
  void points_without_classes_have_one_color_and_no_legend() {
    LatentMap map = LatentMap.of("a map", points(60));

    assertThat(words(map)).containsExactly("a map");
    assertThat(dots(map, Palette.ofClass(0))).isEqualTo(60);
  }

  @Test
  void the_eleventh_class_is_drawn_as_rings() {
    List<String> names = IntStream.range(0, 11).mapToObj(String::valueOf).toList();
    LatentMap map = LatentMap.of("", points(11)).classes(names, labels(11, 11));

    assertThat(forms(map))
        .filteredOn(form -> form.color().equals(Palette.ofClass(0)))
        .extracting(form -> form.width() > 0)
        .containsExactlyInAnyOrder(false, false, true, true);
  }

  @Test
  void the_second_number_points_upwards_and_both_have_one_scale() {
    Points corners = new Points(new float[] {0, 0, 4, 0, 0, 2}, 2);
    MapPlane plane = new MapPlane(corners, new Rectangle(0, 0, 100, 100), 10);

    assertThat(plane.x(1) - plane.x(0)).isEqualTo(80);
    assertThat(plane.y(0) - plane.y(2)).isEqualTo(40);
    assertThat(plane.x(0)).isEqualTo(10);
    assertThat(plane.y(2)).isEqualTo(30);
  }

  @Test
  void a_single_place_is_drawn_in_the_middle() {
    Points one = new Points(new float[] {7, 7, 7, 7}, 2);
    MapPlane plane = new MapPlane(one, new Rectangle(0, 0, 100, 100), 10);

    assertThat(plane.x(0)).isEqualTo(50);
    assertThat(plane.y(1)).isEqualTo(50);
    assertThat(LatentMap.of("", one).axes("a", "b").toImage().getHeight()).isPositive();
  }

  @Test
  void images_touch_no_other_and_leave_no_room_for_one_more() {
    LatentMap map = LatentMap.of("", points(2000)).images(GRAY, images(2000, GRAY, 10));
    List<Rectangle2D> places =
        images(map).stream()
            .<Rectangle2D>map(
                image ->
                    new Rectangle2D.Double(image.x(), image.y(), image.width(), image.height()))
            .toList();

    assertThat(places).hasSizeBetween(30, 300);
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(places.get(i).intersects(places.get(j))).isFalse();
      }
    }
    MapPlane plane = new MapPlane(points(2000), new Rectangle(0, 0, 760, 760), 17.5);
    List<Integer> chosen = plane.apart(IntStream.range(0, 2000).toArray(), 37);
    for (int point = 0; point < 2000; point++) {
      int each = point;
      assertThat(chosen)
          .anyMatch(
              other ->
                  Math.abs(plane.x(each) - plane.x(other)) < 37
                      && Math.abs(plane.y(each) - plane.y(other)) < 37);
    }
  }

  @Test
  void images_are_framed_in_the_color_of_their_class() {
    List<Drawing.Mark> marks = colored().images(GRAY, images(60, GRAY, 10)).drawing().marks();
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i) instanceof Image image) {
        Form frame = (Form) marks.get(i - 1);
        Rectangle2D place = frame.shape().getBounds2D();
        assertThat(frame.color()).isIn(Palette.ofClass(0), Palette.ofClass(1), Palette.ofClass(2));
        assertThat(place.getX()).isEqualTo(image.x() - 1.5);
        assertThat(place.getWidth()).isEqualTo(image.width() + 3);
      }
    }
    assertThat(marks).hasAtLeastOneElementOfType(Image.class);
  }

  @Test
  void dark_gray_images_are_ink_and_all_others_are_as_they_are() {
    LatentMap map = LatentMap.of("", points(9));
    assertThat(firstPixel(map.images(GRAY, images(9, GRAY, 10)))).isEqualTo(0xf5f5f5);
    assertThat(firstPixel(map.images(GRAY, images(9, GRAY, 200)))).isEqualTo(0xc8c8c8);
    Shape colors = Shape.image(4, 4, 3);
    assertThat(firstPixel(map.images(colors, images(9, colors, 10)))).isEqualTo(0x0a0a0a);
  }

  private static int firstPixel(LatentMap map) {
    return images(map).get(0).pixels().getRGB(0, 0) & 0xffffff;
  }

  @Test
  void large_images_become_the_means_of_their_squares() {
    Shape large = Shape.image(130, 65, 3);
    byte[] pixels = new byte[large.count()];
    pixels[3 * 65 + 3 * 2 + 1] = (byte) 90; // green at row 1, column 2
    BufferedImage small = Thumbnails.of(large, pixels).image(0, false);

    assertThat(small.getHeight()).isEqualTo(43);
    assertThat(small.getWidth()).isEqualTo(21);
    assertThat(small.getRGB(0, 0) & 0xffffff).isEqualTo(10 << 8);
    assertThat(small.getRGB(1, 0) & 0xffffff).isZero();
  }

  @Test
  void images_that_are_not_square_keep_their_form() {
    Shape wide = Shape.image(10, 40, 1);
    Image image = images(LatentMap.of("", points(5)).images(wide, images(5, wide, 10))).get(0);

    assertThat(image.width()).isEqualTo(28);
    assertThat(image.height()).isEqualTo(7);
  }

  @Test
  void examples_bring_their_classes_and_images() {
    ImageSet glyphs = ImageSets.open(DataRecipe.of("glyphs").withSplit(Split.TEST), null);
    LatentMap map = LatentMap.of("", points(5)).examples(glyphs, new int[] {4, 3, 2, 1, 0});

    assertThat(words(map)).containsAll(glyphs.classes());
    assertThat(images(map)).isNotEmpty();
    assertThatThrownBy(() -> LatentMap.of("", points(5)).examples(glyphs, new int[3]))
        .hasMessage("latent map: expected as many labels as points (5), got 3");
  }

  @Test
  void axes_have_names_and_round_numbers() {
    Points square = new Points(new float[] {-3, -3, 3, 3}, 2);

    assertThat(words(LatentMap.of("", square).axes("z1", "z2")))
        .contains("z1", "z2", "-3", "0", "3");
  }

  @Test
  void the_svg_holds_the_images_as_png() throws Exception {
    Path file = folder.resolve("map.svg");
    colored().images(GRAY, images(60, GRAY, 10)).write(file);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Files.readString(file))));
    assertThat(document.getElementsByTagName("ellipse").getLength()).isEqualTo(63);
    Element first = (Element) document.getElementsByTagName("image").item(0);
    String data = first.getAttribute("href");
    assertThat(data).startsWith("data:image/png;base64,");
    byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(4);
  }

  @Test
  void the_plane_alone_is_text_for_a_page() {
    String svg = colored().images(GRAY, images(60, GRAY, 10)).planeSvg();

    assertThat(svg).contains("viewBox=\"0 0 760 760\"", "<image ").doesNotContain("<text");
    assertThat(svg.split("<ellipse ")).hasSize(61);
  }

  @Test
  void the_png_shows_the_pixels_of_the_images() {
    Path file = folder.resolve("map.png");
    LatentMap map = colored().images(GRAY, images(60, GRAY, 10));
    map.write(file);

    Image image = images(map).get(0);
    int x = (int) (2 * (image.x() + image.width() / 2));
    int y = (int) (2 * (image.y() + image.height() / 2));
    assertThat(Png.read(file).getRGB(x, y) & 0xffffff).isEqualTo(0xf5f5f5);
  }

  @Test
  void nothing_is_drawn_outside_of_the_picture() {
    Drawing drawing = colored().images(GRAY, images(60, GRAY, 10)).axes("z1", "z2").drawing();

    assertThat(drawing.marks())
        .filteredOn(Form.class::isInstance)
        .extracting(mark -> ((Form) mark).shape().getBounds2D())
        .allMatch(
            form ->
                form.getMinX() >= 0
                    && form.getMinY() >= 0
                    && form.getMaxX() <= drawing.width()
                    && form.getMaxY() <= drawing.height());
  }

  @Test
  void what_does_not_fit_the_points_is_refused() {
    LatentMap map = LatentMap.of("", points(5));
    assertThatThrownBy(() -> LatentMap.of("", new Points(new float[6], 3)))
        .isInstanceOf(UsageException.class)
        .hasMessage("latent map: expected points of 2 numbers, got 2 of 3");
    assertThatThrownBy(() -> map.classes(List.of("one"), new int[4]))
        .hasMessage("latent map: expected as many labels as points (5), got 4");
    assertThatThrownBy(() -> map.classes(List.of("one"), new int[] {0, 0, 0, 0, 1}))
        .hasMessage("latent map: expected labels from 0 to 0, got 1");
    assertThatThrownBy(() -> map.images(GRAY, new byte[40]))
        .hasMessage("latent map: expected as many images as points (5), got 2.5");
    assertThatThrownBy(() -> map.images(Shape.vector(16), new byte[80]))
        .hasMessage("latent map: expected images of 1 or 3 channels, got 16");
    assertThatThrownBy(() -> map.write(Path.of("map.pdf")))
        .hasMessage("picture: expected a file that ends in .png or .svg, got map.pdf");
  }
}
