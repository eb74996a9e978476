package dev.figment.cli;

import static java.util.stream.Collectors.joining;

import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a failed command says and how it ends: one line {@code figment: message} on standard error,
 * and the number of {@link ExitCode}. Where the error came from is shown with {@code --debug} only.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** A fault of Figment itself. */
  static final int INTERNAL = 1;

  private static final String LARGER_HEAP =
      ". Take a smaller batch or fewer images, or a larger heap: FIGMENT_JAVA_OPTS=-Xmx8g";

  /** How picocli says that a value does not fit its option. */
  private static final Pattern INVALID =
      Pattern.compile(
          "Invalid value for option '([^']+)': (?:.* but was )?'(.*?)'(?: is not an? .*)?");

  private final BooleanSupplier debug;

  Failures(BooleanSupplier debug) {
    this.debug = debug;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine line, ParseResult parsed) {
    return report(error, line);
  }

  /** A wrong argument: the message, the nearest right one, and where to read on. */
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine line = error.getCommandLine();
    say(line, usageMessage(error));
    line.getErr().printf("See: %s --help%n", line.getCommandSpec().qualifiedName());
    showOrigin(error, line);
    return ExitCode.USAGE.number();
  }

  /** Runs {@code work}; errors that picocli lets through (no memory, our own faults) end here. */
  int guard(CommandLine line, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (OutOfMemoryError | AssertionError | LinkageError | StackOverflowError error) {
      return report(error, line);
    }
  }

  private int report(Throwable error, CommandLine line) {
    int code = INTERNAL;
    if (error instanceof FigmentException ours) {
      code = ours.exitCode().number();
      say(line, new OptionNames(line).in(Objects.requireNonNull(ours.getMessage())));
    } else if (error instanceof OutOfMemoryError) {
      code = ExitCode.MEMORY.number();
      say(line, "out of memory: " + error.getMessage() + LARGER_HEAP);
    } else if (error instanceof IOException || error instanceof UncheckedIOException) {
      code = ExitCode.DISK.number();
      say(line, error.toString());
    } else {
      say(line, "a fault of Figment itself: " + error + " (--debug shows where)");
    }
    showOrigin(error, line);
    return code;
  }

  private static void say(CommandLine line, String message) {
    line.getErr().println("figment: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  private void showOrigin(Throwable error, CommandLine line) {
    if (debug.getAsBoolean()) {
      error.printStackTrace(line.getErr());
    }
  }

  private static String usageMessage(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().get(0);
      CommandLine line = error.getCommandLine();
      if (unmatched.isUnknownOption()) {
        return "unknown option " + typed + Nearest.hint(typed, options(line));
      }
      Collection<String> commands = line.getSubcommands().keySet();
      return commands.isEmpty()
          ? "unexpected argument " + typed
          : "unknown command " + typed + Nearest.hint(typed, commands);
    }
    String message = Objects.requireNonNull(error.getMessage());
    Matcher invalid = INVALID.matcher(message);
    return invalid.matches()
        ? "%s: expected %s, got %s".formatted(invalid.group(1), wanted(error), invalid.group(2))
        : message;
  }

  private static String wanted(ParameterException error) {
    Class<?> type = error.getArgSpec().type();
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants()).map(String::valueOf).collect(joining(" or "));
    }
    return type == Double.class || type == double.class ? "a number" : "a whole number";
  }

  private static List<String> options(CommandLine line) {
    List<String> names = new ArrayList<>();
    line.getCommandSpec().options().forEach(option -> names.add(option.longestName()));
    return names;
  }
}
