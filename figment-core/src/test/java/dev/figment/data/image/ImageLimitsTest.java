package dev.figment.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.data.Crafted;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageLimitsTest {
  /** A lossless WebP that declares a size, with so many zeros where its pixels would be. */
  private static byte[] webp(int width, int height, int zeros) {
    ByteBuffer file = ByteBuffer.allocate(25 + zeros + (zeros + 1) % 2);
    file.order(ByteOrder.LITTLE_ENDIAN).put("RIFF".getBytes()).putInt(file.capacity() - 8);
    file.put("WEBPVP8L".getBytes()).putInt(file.capacity() - 20);
    file.put((byte) 0x2f).putInt(width - 1 | (height - 1) << 14);
    return file.array();
  }

  @ParameterizedTest
  @CsvSource({"16383, 16383, more than 100 million", "9000, 9000, more than 200 to a byte"})
  void a_few_bytes_of_webp_that_declare_many_pixels_are_refused(
      int width, int height, String reason) {
    for (int zeros = 8; zeros < 24; zeros++) {
      byte[] file = webp(width, height, zeros);
      assertThatThrownBy(() -> ImageDecoder.decode(file))
          .isInstanceOf(UnreadableImageException.class)
          .hasMessageStartingWith("declares %d×%d pixels".formatted(width, height))
          .hasMessageEndingWith(reason);
    }
  }

  @Test
  void every_short_webp_is_an_image_or_unreadable() {
    for (int zeros = 0; zeros < 24; zeros++) {
      for (int i = 0; i < 50; i++) {
        byte[] file = webp(7, 5, zeros);
        for (int j = 25; j < file.length; j++) {
          file[j] = (byte) (31 * i * j ^ i);
        }
        assertImageOrUnreadable(file);
      }
    }
  }

  @Test
  void a_webp_without_a_picture_is_not_black() {
    ByteBuffer file = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes()).putInt(22).put("WEBPVP8X".getBytes()).putInt(10);
    assertThatThrownBy(() -> ImageDecoder.decode(file.array()))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage("damaged (no picture in it)");
  }

  private static void assertImageOrUnreadable(byte[] file) {
    try {
      assertThat(ImageDecoder.decode(file)).isNotNull();
    } catch (UnreadableImageException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static byte[] progressive(int side) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    }
    return bytes.toByteArray();
  }

  /** Before its end, the last scan so many times more. */
  private static byte[] withScans(byte[] jpeg, int more) {
    int scan = jpeg.length - 3;
    while (jpeg[scan] != (byte) 0xff || jpeg[scan + 1] != (byte) 0xda) {
      scan--;
    }
    byte[] last = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + more * last.length);
    all.put(jpeg, 0, jpeg.length - 2);
    for (int i = 0; i < more; i++) {
      all.put(last);
    }
    return all.put(jpeg, jpeg.length - 2, 2).array();
  }

  @Test
  void thousands_of_scans_over_many_pixels_are_refused() throws Exception {
    byte[] jpeg = progressive(1500);
    assertThat(ImageDecoder.decode(jpeg).shape()).hasToString("1500×1500×3");
    assertThat(ImageDecoder.decode(withScans(jpeg, 2)).shape()).hasToString("1500×1500×3");
    byte[] slow = withScans(jpeg, 3000);
    assertThatThrownBy(() -> ImageDecoder.decode(slow))
        .hasMessageMatching("has 3\\d{3} scans of 1500×1500 pixels in \\d+ bytes, too many");
  }

  @Test
  void a_text_in_a_png_is_not_unpacked() throws Exception {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes("Comment\0\0".getBytes());
    try (DeflaterOutputStream packed = new DeflaterOutputStream(text)) {
      packed.write(new byte[64 << 20]);
    }
    byte[] gray = {0, 100};
    IndexColorModel palette = new IndexColorModel(1, 2, gray, gray, gray);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSample(1, 0, 0, 1);
    byte[] png = Crafted.encoded(image, "png"); // Java's reader unpacks texts beside a palette
    byte[] bomb = Crafted.withChunk(png, Crafted.pngChunk("zTXt", text.toByteArray()));
    assertThat(ImageDecoder.decode(bomb).bytes()).containsExactly(0, 0, 0, 100, 100, 100);
  }

  @Test
  void a_chunk_that_is_longer_than_the_file_is_damaged() throws Exception {
    byte[] png = Crafted.png(2, 2, 0);
    byte[] chunk = Crafted.pngChunk("tEXt", new byte[4]);
    ByteBuffer.wrap(chunk).putInt(Integer.MAX_VALUE);
    assertThatThrownBy(() -> ImageDecoder.decode(Crafted.withChunk(png, chunk)))
        .hasMessage("damaged (it is cut short)");
  }

  @Test
  void every_flipped_bit_of_the_pixels_of_a_png_is_noticed() throws Exception {
    byte[] png = Crafted.png(5, 5, 0x654321);
    for (int i = 33; i < png.length - 12; i++) { // behind the header, before the end
      byte[] flipped = png.clone();
      flipped[i] ^= (byte) (1 << (i % 8));
      assertThatThrownBy(() -> ImageDecoder.decode(flipped))
          .as("byte %d", i)
          .isInstanceOf(UnreadableImageException.class);
    }
  }

  @Test
  void a_large_flat_bmp_is_an_image() throws Exception {
    BufferedImage flat = new BufferedImage(3000, 2000, BufferedImage.TYPE_BYTE_BINARY);
    byte[] bmp = Crafted.encoded(flat, "bmp");
    assertThat(ImageDecoder.decode(bmp).width()).isEqualTo(3000);
  }

  @Test
  void a_bmp_that_declares_what_is_not_there_is_damaged() throws Exception {
    byte[] bmp = Crafted.encoded(new BufferedImage(4, 4, BufferedImage.TYPE_3BYTE_BGR), "bmp");
    for (int field : new int[] {10, 14, 18, 22, 46}) { // offset, header, width, height, colors
      byte[] lying = bmp.clone();
      ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(field, 0x00ffffff);
      assertThatThrownBy(() -> ImageDecoder.decode(lying))
          .as("field %d", field)
          .isInstanceOf(UnreadableImageException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiff", "wbmp"})
  void kinds_that_java_reads_and_nobody_asked_for_are_refused(String format) throws Exception {
    byte[] file = Crafted.encoded(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_BINARY), format);
    assertThat(file).isNotEmpty();
    assertThatThrownBy(() -> ImageDecoder.decode(file))
        .hasMessage(
            format.equals("tiff")
                ? "a TIFF, which is not read. Save it as PNG"
                : "not an image, whatever its name says");
  }

  @Test
  void damaged_notes_of_a_camera_leave_the_image_as_it_is_stored() throws Exception {
    byte[] exif = Crafted.exif(6);
    for (int i = 0; i < exif.length; i++) {
      byte[] cut = Arrays.copyOf(exif, i);
      Image image =
          ImageDecoder.decode(
              Crafted.withChunk(Crafted.png(3, 2, 7), Crafted.pngChunk("eXIf", cut)));
      assertThat(image.height()).as("cut at %d", i).isEqualTo(i < 20 ? 2 : 3);
    }
    byte[] none = Crafted.exif(9);
    assertThat(
            ImageDecoder.read(
                    Crafted.withChunk(Crafted.png(3, 2, 7), Crafted.pngChunk("eXIf", none)))
                .conversions())
        .isEmpty();
  }
}
