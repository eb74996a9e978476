package dev.figment.run.exploration;

import static dev.figment.UsageException.require;

import dev.figment.data.ImageSet;
import dev.figment.format.Csv;
import dev.figment.format.Npy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a model makes of examples, as numbers: a row for each.
 *
 * @param names of the examples, such as their files; empty to number them from 0
 * @param set what was encoded; its classes are named where it has any
 * @param z as {@link Trained#encode} gives them
 */
public record LatentTable(List<String> names, ImageSet set, float[] z) {
  public LatentTable {
    names = List.copyOf(names);
    require(
        names.isEmpty() || names.size() == set.size(),
        "latent table: expected %d names, got %d",
        set.size(),
        names.size());
  }

  private int size() {
    return z.length / set.size();
  }

  /**
   * Writes the table: as text with a heading ({@code file} or {@code index}, {@code class} where
   * known, {@code z0} and so on), numbers in as many digits as tell them apart; or, for NumPy, the
   * numbers alone, float32 (examples, numbers).
   *
   * @throws dev.figment.UsageException if the file ends in neither {@code .csv} nor {@code .npy}
   * @throws dev.figment.DiskException if it cannot be written
   */
  public void write(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    require(
        name.endsWith(".csv") || name.endsWith(".npy"),
        "latent table: expected a file that ends in .csv or .npy, got %s",
        file);
    if (name.endsWith(".csv")) {
      Csv.write(file, Stream.concat(Stream.of(heading()), rows()));
    } else {
      new Npy(new long[] {set.size(), size()}, z).write(file);
    }
  }

  private List<String> heading() {
    List<String> heading = new ArrayList<>();
    heading.add(names.isEmpty() ? "index" : "file");
    if (!set.classes().isEmpty()) {
      heading.add("class");
    }
    IntStream.range(0, size()).forEach(i -> heading.add("z" + i));
    return heading;
  }

  private Stream<List<String>> rows() {
    return IntStream.range(0, set.size()).mapToObj(this::row);
  }

  private List<String> row(int example) {
    List<String> row = new ArrayList<>();
    row.add(names.isEmpty() ? String.valueOf(example) : names.get(example));
    if (!set.classes().isEmpty()) {
      row.add(set.classes().get(set.label(example)));
    }
    for (int i = example * size(); i < (example + 1) * size(); i++) {
      row.add(String.valueOf(z[i]));
    }
    return row;
  }
}
