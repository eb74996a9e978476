package dev.figment.cli.report;

import dev.figment.data.LoadReport;
import java.io.PrintWriter;

/** What was left out and changed when a set was read, a line each; nothing where nothing was. */
public final class LoadReportLines {
  private LoadReportLines() {}

  public static void print(LoadReport report, String indent, PrintWriter to) {
    print("left out", report.leftOutInWords(), indent, to);
    print("changed", report.changedInWords(), indent, to);
  }

  private static void print(String what, String words, String indent, PrintWriter to) {
    if (!words.isEmpty()) {
      to.printf("%s%-10s%s%n", indent, what, words);
    }
  }
}
