package dev.figment.cli.report;

import dev.figment.data.LoadReport;
import dev.figment.data.reader.DataCheck;
import dev.figment.data.reader.DataCheck.FileFinding;
import dev.figment.data.reader.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found in the files of a set, for people: counts, and of each finding the first files.
 */
public record DataCheckReport(DataCheck check) {
  private static final int NAMED = 10;
  private static final int SIZES = 5;

  public static DataCheckReport of(DataCheck check) {
    return new DataCheckReport(check);
  }

  public void print(PrintWriter to) {
    to.println(check.place());
    line("images", number(check.images()), to);
    line("formats", words(check.formats()), to);
    line("sizes", words(check.sizes()), to);
    line("left out", LoadReport.leftOutInWords(check.leftOut()), to);
    for (Finding finding : Finding.values()) {
      print(finding, to);
    }
    if (check.findings().isEmpty()) {
      line("found", "nothing odd", to);
    }
  }

  private static void line(String what, String words, PrintWriter to) {
    LoadReportLines.line(what, words, "", to);
  }

  private static String words(Map<String, Integer> counts) {
    String most =
        counts.entrySet().stream()
            .limit(SIZES)
            .map(each -> each.getKey() + " (" + number(each.getValue()) + ")")
            .collect(Collectors.joining(", "));
    int others = counts.size() - SIZES;
    return others <= 0 ? most : most + " and " + number(others) + " others";
  }

  private void print(Finding finding, PrintWriter to) {
    List<FileFinding> found =
        check.findings().stream().filter(each -> each.finding() == finding).toList();
    if (found.isEmpty()) {
      return;
    }
    to.println();
    line(finding.toString(), number(found.size()), to);
    Table table = Table.plain();
    found.stream().limit(NAMED).forEach(each -> table.row("  " + each.file(), each.detail()));
    table.print(to);
    if (found.size() > NAMED) {
      to.printf("  and %s more%n", number(found.size() - NAMED));
    }
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
