package dev.figment.cli;

import static java.util.stream.Collectors.joining;

import dev.figment.DiskException;
import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.Nearest;
import dev.figment.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
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
  private static final String LARGER_HEAP =
      ". Take a smaller batch or fewer images, or a larger heap: FIGMENT_JAVA_OPTS=-Xmx8g";

  /** How picocli says that a value does not fit its option. */
  private static final Pattern INVALID =
      Pattern.compile(
          "Invalid value for option '([^']+)': (?:.* but was )?'(.*?)'(?: is not an? .*)?");

  /** What it puts before the words of our own converters. */
  private static final Pattern OWN =
      Pattern.compile(
          "^Invalid value for (?:option '([^']+)'|positional parameter at index \\d+"
              + " \\((.*?)\\)): ");

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
    } catch (Error error) {
      return report(error, line);
    }
  }

  private int report(Throwable error, CommandLine line) {
    int code = ExitCode.INTERNAL.number();
    String said = error.getMessage();
    if (error instanceof FigmentException ours) {
      code = ours.exitCode().number();
      say(line, new OptionNames(line).in(Objects.requireNonNull(ours.getMessage())));
    } else if (error instanceof InvalidPathException path) {
      code = ExitCode.USAGE.number();
      say(line, "expected a path that this system can write, got " + path.getMessage());
    } else if (error instanceof OutOfMemoryError) {
      code = ExitCode.MEMORY.number();
      say(line, "out of memory" + (said == null ? "" : ": " + said) + LARGER_HEAP);
    } else if (error instanceof IOException failed) {
      code = ExitCode.DISK.number();
      say(line, disk(failed));
    } else if (error instanceof UncheckedIOException failed) {
      code = ExitCode.DISK.number();
      say(line, disk(Objects.requireNonNull(failed.getCause())));
    } else {
      say(line, "a fault of Figment itself: " + error + " (--debug shows where)");
    }
    showOrigin(error, line);
    return code;
  }

  /** With the file where the system names one. */
  private static String disk(IOException failed) {
    String file = failed instanceof FileSystemException of ? of.getFile() : null;
    return (file == null ? "" : file + ": ") + DiskException.reason(failed);
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
        return "unknown option " + PlainText.name(typed) + Nearest.hint(typed, options(line));
      }
      Collection<String> commands = line.getSubcommands().keySet();
      return commands.isEmpty()
          ? "unexpected argument " + PlainText.name(typed)
          : "unknown command " + PlainText.name(typed) + Nearest.hint(typed, commands);
    }
    String message = Objects.requireNonNull(error.getMessage());
    Matcher invalid = INVALID.matcher(message);
    return invalid.matches()
        ? "%s: expected %s, got %s"
            .formatted(invalid.group(1), wanted(error, invalid.group(2)), invalid.group(2))
        : OWN.matcher(message).replaceFirst("$1$2: ");
  }

  private static String wanted(ParameterException error, String given) {
    Class<?> type = error.getArgSpec().type();
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants()).map(String::valueOf).collect(joining(" or "));
    }
    if (type == Double.class || type == double.class) {
      return "a number";
    }
    if (!given.matches("[+-]?\\d+")) {
      return "a whole number";
    }
    boolean isLong = type == Long.class || type == long.class;
    return "a whole number of at most " + (isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
  }

  private static List<String> options(CommandLine line) {
    List<String> names = new ArrayList<>();
    line.getCommandSpec().options().forEach(option -> names.add(option.longestName()));
    return names;
  }
}
