package dev.figment.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns of text, each as wide as its widest cell. */
public final class Table {
  private final List<String[]> rows = new ArrayList<>();

  private Table() {}

  public static Table plain() {
    return new Table();
  }

  public static Table of(String... heading) {
    Table table = new Table();
    table.rows.add(heading);
    return table;
  }

  public void row(String... cells) {
    rows.add(cells);
  }

  public void print(PrintWriter out) {
    rows.forEach(row -> out.println(line(row).stripTrailing()));
  }

  private String line(String[] row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.length; column++) {
      line.append(row[column]).append(" ".repeat(2 + width(column) - row[column].length()));
    }
    return line.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }
}
