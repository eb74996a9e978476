package dev.figment.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much is logged; the rest stands in {@code logback.xml}. */
final class Logs {
  private Logs() {}

  /** What {@code --debug} asks for. */
  static void showDetail() {
    if (LoggerFactory.getLogger("dev.figment") instanceof Logger logger) {
      logger.setLevel(Level.DEBUG);
    }
  }
}
