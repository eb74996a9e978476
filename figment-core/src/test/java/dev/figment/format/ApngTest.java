package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApngTest {
  private static final BufferedImage FIRST = GifTest.frame(5, 4, (x, y) -> 0x123456 * (x + 1) + y);
  private static final BufferedImage SECOND = GifTest.frame(5, 4, (x, y) -> 0xff00ff - 20 * x * y);

  @TempDir Path folder;

  private record Chunk(String type, ByteBuffer data) {}

  @Test
  void the_chunks_stand_in_order_with_their_sums() throws IOException {
    List<Chunk> chunks = chunks();

    assertThat(chunks)
        .extracting(Chunk::type)
        .containsExactly("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND");
    assertThat(chunks.get(1).data.getInt(0)).isEqualTo(2);
    assertThat(chunks.get(1).data.getInt(4)).isZero();
    assertThat(chunks.get(2).data.getInt(0)).isZero();
    assertThat(chunks.get(4).data.getInt(0)).isEqualTo(1);
    assertThat(chunks.get(5).data.getInt(0)).isEqualTo(2);
    assertThat(chunks.get(2).data.getShort(20)).isEqualTo((short) 250);
    assertThat(chunks.get(4).data.getShort(20)).isEqualTo((short) 3000);
    assertThat(chunks.get(4).data.getShort(22)).isEqualTo((short) 1000);
  }

  @Test
  void a_viewer_of_still_pictures_sees_the_first_frame() throws IOException {
    chunks();

    GifTest.assertSame(Png.read(folder.resolve("a.png")), FIRST);
  }

  @Test
  void the_second_frame_is_whole() throws IOException {
    List<Chunk> chunks = chunks();
    byte[] moving = chunks.get(5).data.array();
    byte[] still = Png.bytes(SECOND);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    parse(still).stream()
        .filter(chunk -> chunk.type.equals("IDAT"))
        .forEach(chunk -> pixels.writeBytes(chunk.data.array()));

    assertThat(Arrays.copyOfRange(moving, 4, moving.length)).isEqualTo(pixels.toByteArray());
  }

  @Test
  void delays_out_of_range_are_refused() {
    assertThatThrownBy(() -> Apng.of(List.of(FIRST)).delay(Duration.ofMinutes(2)))
        .isInstanceOf(UsageException.class)
        .hasMessage("apng: delay must be from 1 to 65535 ms, got 120000");
  }

  private List<Chunk> chunks() throws IOException {
    Path file = folder.resolve("a.png");
    Apng.of(List.of(FIRST, SECOND))
        .delay(Duration.ofMillis(250))
        .lastDelay(Duration.ofSeconds(3))
        .write(file);
    return parse(Files.readAllBytes(file));
  }

  private static List<Chunk> parse(byte[] png) {
    List<Chunk> chunks = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(png).position(8);
    while (in.hasRemaining()) {
      byte[] data = new byte[in.getInt()];
      byte[] type = new byte[4];
      in.get(type).get(data);
      CRC32 sum = new CRC32();
      sum.update(type);
      sum.update(data);
      assertThat(in.getInt()).isEqualTo((int) sum.getValue());
      chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), ByteBuffer.wrap(data)));
    }
    return chunks;
  }
}
