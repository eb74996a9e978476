package dev.figment.cli.report;

import dev.figment.data.LoadReport;
import java.io.PrintWriter;

/** What was left out and changed when a set was read, a line each; nothing where nothing was. */
public final class LoadReportLines {
  private LoadReportLines() {}

  public static void print(LoadReport report, String indent, PrintWriter to) {
    line("left out", report.leftOutInWords(), indent, to);
    line("changed", report.changedInWords(), indent, to);
  }

  static void line(String what, String words, String indent, PrintWriter to) {
    if (!words.isEmpty()) {
      to.printf("%s%-10s%s%n", indent, what, words);
    }
  }
}
