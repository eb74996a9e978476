package dev.figment.data.set;

import java.util.List;
import java.util.stream.Stream;

/**
 * How digits are written: for each of them several variants, each of one or more strokes, each
 * through knots in a box of 100 by 100, x to the right and y downwards. A {@code !} marks a corner.
 */
final class GlyphStrokes {
  private static final String[][] VARIANTS = {
    {
      "52,0 20,14 5,50 20,88 50,100 82,86 95,50 82,14 52,0",
      "68,6 38,2 10,34 8,70 36,100 72,90 93,55 84,16 56,3",
      "48,2 15,30 12,75 45,99 80,75 84,28 55,1 38,8"
    },
    {
      "50,0 50,100",
      "52,0 49,50 50,100",
      "30,22 52,0! 51,50 50,100",
      "32,20 52,0! 50,100|24,100 78,99"
    },
    {
      "10,22 32,3 66,3 84,26 68,54 35,80 5,99! 50,97 95,97",
      "12,24 36,1 76,10 78,40 48,76 14,97 8,84 26,79 56,93 95,92",
      "8,16 40,0 82,18 66,56 6,96! 92,98"
    },
    {
      "12,12 45,0 82,12 78,36 42,47! 84,58 88,82 50,100 8,88",
      "12,3 84,3! 42,42! 80,52 86,82 48,100 8,90",
      "8,14 50,0 76,20 62,42 36,46 70,52 88,74 62,98 10,92"
    },
    {
      "26,0 10,58! 92,56|70,22 66,100",
      "74,100 73,50 72,0! 5,66! 95,64",
      "18,2 12,40 28,56 60,54 86,40|88,0 78,50 72,100",
      "66,0 6,62! 94,60|64,34 62,100"
    },
    {
      "88,2 26,3! 16,44! 56,38 90,62 80,90 45,100 5,88",
      "24,4 16,46! 50,38 88,58 82,88 45,100 8,92|24,4 88,0",
      "92,4 30,2! 22,42 62,46 86,70 62,96 10,94"
    },
    {
      "72,0 36,20 10,60 20,92 55,100 85,80 74,55 44,52 14,72",
      "54,0 20,38 8,74 34,100 76,92 82,66 52,54 18,72",
      "82,4 44,10 14,48 16,86 50,100 82,84 78,58 46,50 16,66"
    },
    {
      "6,5 92,4! 62,48 40,100",
      "6,5 92,4! 60,50 42,100|26,54 80,50",
      "6,20 8,4! 90,5! 56,54 44,100",
      "8,8 50,6 90,2! 70,40 52,100"
    },
    {
      "80,14 48,0 18,16 36,40 70,58 86,80 50,100 14,82 30,58 66,40 84,18 70,4",
      "50,0 22,12 24,36 50,46 78,36 76,10 48,0|50,46 14,66 18,92 50,100 84,90 82,62 50,46",
      "74,8 34,4 24,28 60,50 82,76 56,100 20,88 30,60 72,32 78,12 66,4"
    },
    {
      "84,22 52,0 16,15 18,44 50,52 80,36 86,12! 82,55 72,100",
      "86,24 60,1 22,12 18,42 50,52 80,36 88,14 86,60 70,92 30,99",
      "80,10 44,2 14,24 28,50 64,44 82,12! 68,60 56,100",
      "82,16 46,0 14,22 34,48 72,36 84,10! 83,50 82,100"
    }
  };

  private static final List<List<List<List<Knot>>>> DIGITS =
      Stream.of(VARIANTS)
          .map(variants -> Stream.of(variants).map(GlyphStrokes::strokes).toList())
          .toList();

  private GlyphStrokes() {}

  /** A place that a stroke goes through, from 0 to 1 each way. */
  record Knot(double x, double y, boolean corner) {}

  /** The variants of a digit, each a list of strokes. */
  static List<List<List<Knot>>> of(int digit) {
    return DIGITS.get(digit);
  }

  private static List<List<Knot>> strokes(String variant) {
    return Stream.of(variant.split("\\|")).map(GlyphStrokes::knots).toList();
  }

  private static List<Knot> knots(String stroke) {
    return Stream.of(stroke.split(" ")).map(GlyphStrokes::knot).toList();
  }

  private static Knot knot(String text) {
    String[] numbers = text.replace("!", "").split(",");
    return new Knot(
        Integer.parseInt(numbers[0]) / 100.0,
        Integer.parseInt(numbers[1]) / 100.0,
        text.endsWith("!"));
  }
}
