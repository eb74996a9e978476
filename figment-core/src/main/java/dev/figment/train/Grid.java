package dev.figment.train;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows and columns of a picture of many images, written {@code 10x10}. */
public record Grid(int rows, int columns) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})[x×](\\d{1,3})");

  public Grid {
    require(rows >= 1 && columns >= 1, "grid: expected at least 1x1, got %dx%d", rows, columns);
  }

  /** Of text such as {@code 10x10}. */
  @JsonCreator
  public static Grid of(String text) {
    Matcher form = FORM.matcher(text);
    require(form.matches(), "grid: expected rows and columns as in 10x10, got %s", text);
    return new Grid(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /** How many images fit. */
  public int count() {
    return rows * columns;
  }

  @JsonValue
  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
