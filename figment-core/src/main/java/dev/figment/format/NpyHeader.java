package dev.figment.format;

import dev.figment.DataException;
import dev.figment.PlainText;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header of a NumPy file: a Python dictionary of exactly three keys. */
record NpyHeader(Element element, long[] shape, long bytes) {
  private static final Pattern DICTIONARY = Pattern.compile("\\{([^{}]*)}\\s*");
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^()]*)\\)");
  private static final Pattern SIZE = Pattern.compile(" *[0-9]{1,18} *");

  /** The element types that are read, under NumPy's names. */
  enum Element {
    F4("<f4", 4),
    F8("<f8", 8),
    U1("|u1", 1),
    I4("<i4", 4),
    I8("<i8", 8);

    private final String descr;
    private final int bytes;

    Element(String descr, int bytes) {
      this.descr = descr;
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }

    float value(ByteBuffer data) {
      return switch (this) {
        case F4 -> data.getFloat();
        case F8 -> (float) data.getDouble();
        case U1 -> data.get() & 0xff;
        case I4 -> data.getInt();
        case I8 -> data.getLong();
      };
    }
  }

  static NpyHeader parse(Path file, String text) {
    Matcher dictionary = DICTIONARY.matcher(text);
    if (!dictionary.matches()) {
      throw refuse(file, "a dictionary", text);
    }
    String inside = dictionary.group(1);
    Element element = element(file, find(file, DESCR, inside, "descr"));
    if (find(file, ORDER, inside, "fortran_order").equals("True")) {
      throw new DataException(
          "%s: expected C order, got Fortran order. Save numpy.ascontiguousarray(array) instead.",
          file);
    }
    long[] shape = shape(file, find(file, SHAPE, inside, "shape"));
    return new NpyHeader(element, shape, bytes(file, element, shape));
  }

  private static String find(Path file, Pattern pattern, String text, String key) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw refuse(file, "a key " + key, text);
    }
    String value = matcher.group(1);
    if (matcher.find()) {
      throw refuse(file, "one key " + key, text);
    }
    return value;
  }

  /** What stands in the brackets: {@code 3, 4} or {@code 3,} or nothing. */
  private static long[] shape(Path file, String sizes) {
    if (sizes.isBlank()) {
      return new long[0];
    }
    String[] parts = sizes.replaceFirst(", *$", "").split(",", -1);
    for (String part : parts) {
      if (!SIZE.matcher(part).matches()) {
        throw refuse(file, "a tuple of sizes", sizes);
      }
    }
    return Arrays.stream(parts).map(String::strip).mapToLong(Long::parseLong).toArray();
  }

  private static Element element(Path file, String descr) {
    if (descr.contains("O")) {
      throw new DataException(
          "%s: expected numbers, got pickled Python objects, which can run code and are never"
              + " read. Save the array as float32.",
          file);
    }
    return Arrays.stream(Element.values())
        .filter(element -> element.descr.equals(descr))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "%s: expected elements of <f4, <f8, |u1, <i4 or <i8, got %s. Save"
                        + " array.astype('<f4') instead.",
                    file, PlainText.quoted(descr)));
  }

  private static long bytes(Path file, Element element, long[] shape) {
    try {
      return Math.multiplyExact(
          Arrays.stream(shape).reduce(1, Math::multiplyExact), element.bytes());
    } catch (ArithmeticException e) {
      throw refuse(file, "a size below 2^63 bytes", Arrays.toString(shape));
    }
  }

  private static DataException refuse(Path file, String expected, String got) {
    return new DataException(
        "%s: header: expected %s, got %s", file, expected, PlainText.quoted(got));
  }

  String described() {
    return element.descr + " " + PlainText.name(Arrays.toString(shape));
  }
}
