package dev.figment.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * What is logged, and where. Standard output belongs to results: what is logged goes to standard
 * error. In code, since reading the same from XML takes a tenth of a second of every command.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class Logs extends ContextAwareBase implements Configurator {
  private static final String PATTERN =
      "%d{HH:mm:ss} %-5level %replace(%msg){'[\\p{Cc}&&[^\n\t]]', '?'}%n";

  /** What {@code --debug} asks for. */
  static void showDetail() {
    if (LoggerFactory.getLogger("dev.figment") instanceof Logger logger) {
      logger.setLevel(Level.DEBUG);
    }
  }

  /** Called by logback, unless it is told of a file of its own. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    context.getLogger("dev.figment").setLevel(Level.INFO);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(terminal(context));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> terminal(LoggerContext context) {
    PatternLayoutEncoder lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setCharset(StandardCharsets.UTF_8);
    lines.setPattern(PATTERN);
    lines.start();
    ConsoleAppender<ILoggingEvent> terminal = new ConsoleAppender<>();
    terminal.setContext(context);
    terminal.setName("terminal");
    terminal.setTarget("System.err");
    terminal.setEncoder(lines);
    terminal.start();
    return terminal;
  }
}
