package dev.figment.cli;

import dev.figment.PlainText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * What is printed, with nothing in it that a terminal would obey: names of files, classes and runs
 * are other people's.
 */
final class PlainWriter extends FilterWriter {
  PlainWriter(Writer to) {
    super(to);
  }

  @Override
  public void write(int letter) throws IOException {
    out.write(PlainText.of(String.valueOf((char) letter)));
  }

  @Override
  public void write(char[] letters, int from, int count) throws IOException {
    out.write(PlainText.of(new String(letters, from, count)));
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    out.write(PlainText.of(text.substring(from, from + count)));
  }
}
