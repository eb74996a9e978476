package dev.figment.bench.fuzz;

import dev.figment.tensor.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text changed in one to four words, numbers or lines: it still reads as its format, nearly. */
final class TextMutation {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_.]+");
  private static final int LONGEST = 1 << 16;

  /** What no one expects in place of a number. */
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1",
          "-0",
          "2147483647",
          "2147483648",
          "-2147483648",
          "65536",
          "1000000",
          "99999999999999999999",
          "9223372036854775807",
          "4611686018427387904",
          "1e3",
          "1e400",
          "-1e400",
          "1e-400",
          "0.5",
          ".nan",
          ".inf",
          "NaN",
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "[1, 2]",
          "0x10",
          "1_000",
          "~",
          "!!binary x");

  private static final List<String> SIGNS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "'",
          "\\",
          "\n",
          "\t",
          " ",
          "  ",
          "- ",
          "#",
          "&a ",
          "*a",
          "<<: ",
          "|",
          ">",
          "%",
          "---\n",
          "\u0000",
          "\u001b",
          "\ud83d\ude00",
          "\u2028",
          "\r");

  private TextMutation() {}

  static byte[] of(byte[] whole, byte[] other, RandomStream random) {
    String text = new String(whole, StandardCharsets.UTF_8);
    String second = new String(other, StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i >= 0; i--) {
      text = once(text, second, random);
    }
    String kept = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    return kept.getBytes(StandardCharsets.UTF_8);
  }

  private static String once(String text, String other, RandomStream random) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> replaced(text, NUMBER, one(NUMBERS, random), random);
      case 4 -> replaced(text, WORD, word(other, random), random);
      case 5 -> replaced(text, WORD, one(NUMBERS, random), random);
      case 6 -> inserted(text, one(SIGNS, random), random);
      case 7 -> inserted(text, one(SIGNS, random).repeat(1 << random.nextInt(12)), random);
      case 8 -> cut(text, random);
      case 9 -> lines(text, other, random);
      case 10 -> text.substring(0, random.nextInt(text.length() + 1));
      default -> inserted(text, part(other, random), random);
    };
  }

  private static String one(List<String> of, RandomStream random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String replaced(String text, Pattern what, String by, RandomStream random) {
    List<int[]> found = new ArrayList<>();
    Matcher matcher = what.matcher(text);
    while (matcher.find()) {
      found.add(new int[] {matcher.start(), matcher.end()});
    }
    if (found.isEmpty()) {
      return text + by;
    }
    int[] chosen = found.get(random.nextInt(found.size()));
    return text.substring(0, chosen[0]) + by + text.substring(chosen[1]);
  }

  private static String word(String text, RandomStream random) {
    List<String> words = WORD.matcher(text).results().map(each -> each.group()).toList();
    return words.isEmpty() ? "word" : one(words, random);
  }

  private static String inserted(String text, String what, RandomStream random) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + what + text.substring(at);
  }

  private static String cut(String text, RandomStream random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + 1 + random.nextInt(16));
    return text.substring(0, from) + text.substring(to);
  }

  private static String part(String text, RandomStream random) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(200)));
  }

  /** A line put in the place of another, or beside it, as it is or moved in. */
  private static String lines(String text, String other, RandomStream random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    List<String> others = other.lines().toList();
    if (lines.isEmpty() || others.isEmpty()) {
      return text;
    }
    String line = "  ".repeat(random.nextInt(2)) + one(others, random);
    int at = random.nextInt(lines.size());
    if (random.nextInt(2) == 0) {
      lines.set(at, line);
    } else {
      lines.add(at, line);
    }
    return String.join("\n", lines) + "\n";
  }
}
