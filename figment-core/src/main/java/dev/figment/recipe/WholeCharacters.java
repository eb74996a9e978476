package dev.figment.recipe;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/**
 * Text that is never cut between the two halves of a character beyond 16 bits, as emoji are. The
 * YAML parser reads a thousand at a time, and runs out of room where a piece ends on the first
 * half.
 */
final class WholeCharacters extends FilterReader {
  WholeCharacters(String text) {
    super(new StringReader(text));
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    in.mark(length);
    int read = in.read(into, from, length);
    if (read < 2 || !Character.isHighSurrogate(into[from + read - 1])) {
      return read;
    }
    in.reset();
    return in.read(into, from, read - 1);
  }
}
