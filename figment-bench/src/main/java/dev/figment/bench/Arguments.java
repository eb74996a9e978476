package dev.figment.bench;

import dev.figment.Nearest;
import dev.figment.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The arguments of a benchmark, in an object whose fields picocli's annotations describe. */
public final class Arguments {
  private static final int WIDTH = 120;

  private Arguments() {}

  /**
   * Fills the options of a benchmark. All whole numbers count from 1.
   *
   * @return false where help was asked for, which it prints
   * @throws UsageException if an argument is unknown, lacks its value, or has one that does not fit
   */
  public static boolean read(Object options, String... arguments) {
    CommandLine line = new CommandLine(options).setUsageHelpWidth(WIDTH);
    line.registerConverter(int.class, Arguments::fromOne);
    try {
      line.parseArgs(arguments);
    } catch (UnmatchedArgumentException e) {
      throw new UsageException("%s", unknown(e));
    } catch (ParameterException e) {
      throw new UsageException("%s", e.getMessage());
    }
    if (line.isUsageHelpRequested()) {
      line.usage(System.out);
    }
    return !line.isUsageHelpRequested();
  }

  private static int fromOne(String text) {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1) {
      throw new TypeConversionException("expected a whole number from 1, got " + text);
    }
    return Integer.parseInt(text);
  }

  private static String unknown(UnmatchedArgumentException e) {
    String typed = e.getUnmatched().get(0);
    String hint = Nearest.hint(typed, e.getCommandLine().getCommandSpec().optionsMap().keySet());
    return "unknown %s %s%s See --help."
        .formatted(e.isUnknownOption() ? "option" : "argument", typed, hint.isEmpty() ? "." : hint);
  }
}
