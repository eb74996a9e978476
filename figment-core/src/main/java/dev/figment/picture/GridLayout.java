package dev.figment.picture;

import static dev.figment.UsageException.require;

import java.util.List;
import java.util.Set;

/**
 * How the images of a grid stand.
 *
 * @param columns images in a row
 * @param margin pixels between and around images, not zoomed
 * @param scale pixels of the grid, in height and width, for one of an image
 * @param framed the numbers of the images with a frame
 */
record GridLayout(
    int columns,
    int margin,
    int scale,
    List<String> rowLabels,
    List<String> columnLabels,
    Set<Integer> framed) {
  GridLayout {
    require(columns >= 1, "image grid: columns must be at least 1, got %d", columns);
    require(margin >= 0, "image grid: margin must be at least 0, got %d", margin);
    require(scale >= 1, "image grid: scale must be at least 1, got %d", scale);
    rowLabels = List.copyOf(rowLabels);
    columnLabels = List.copyOf(columnLabels);
    framed = Set.copyOf(framed);
  }

  GridLayout(int columns, int margin, int scale) {
    this(columns, margin, scale, List.of(), List.of(), Set.of());
  }

  GridLayout withColumns(int columns) {
    return new GridLayout(columns, margin, scale, rowLabels, columnLabels, framed);
  }

  GridLayout withMargin(int margin) {
    return new GridLayout(columns, margin, scale, rowLabels, columnLabels, framed);
  }

  GridLayout withScale(int scale) {
    return new GridLayout(columns, margin, scale, rowLabels, columnLabels, framed);
  }

  GridLayout withRowLabels(List<String> labels) {
    return new GridLayout(columns, margin, scale, labels, columnLabels, framed);
  }

  GridLayout withColumnLabels(List<String> labels) {
    return new GridLayout(columns, margin, scale, rowLabels, labels, framed);
  }

  GridLayout withFramed(Set<Integer> images) {
    return new GridLayout(columns, margin, scale, rowLabels, columnLabels, images);
  }

  /** Where the column begins, in pixels; of the one after the last, where the grid ends. */
  long x(int column, int imageWidth) {
    return margin + (long) column * (imageWidth * scale + margin);
  }

  /** As {@link #x}, downwards. */
  long y(int row, int imageHeight) {
    return margin + (long) row * (imageHeight * scale + margin);
  }
}
