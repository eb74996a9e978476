package dev.figment.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables as text: cells parted by commas, lines by a line feed, UTF-8. Cells that hold a comma, a
 * quote or a line break stand in quotes, and quotes in them are doubled.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> (lines end as on Unix)
 */
public final class Csv {
  private static final Pattern SPECIAL = Pattern.compile("[,\"\r\n]");
  private static final int PART = 1 << 16;

  private Csv() {}

  /**
   * Writes a table, whole or not at all; rows are asked for one by one.
   *
   * @throws dev.figment.DiskException if the file cannot be written
   */
  public static void write(Path file, Stream<List<String>> rows) {
    AtomicFile.write(file, channel -> write(rows.iterator(), channel));
  }

  private static void write(Iterator<List<String>> rows, FileChannel channel) throws IOException {
    StringBuilder part = new StringBuilder();
    while (rows.hasNext()) {
      part.append(line(rows.next()));
      if (part.length() > PART || !rows.hasNext()) {
        ByteBuffer bytes = ByteBuffer.wrap(part.toString().getBytes(StandardCharsets.UTF_8));
        AtomicFile.writeFully(channel, bytes);
        part.setLength(0);
      }
    }
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(String text) {
    return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
