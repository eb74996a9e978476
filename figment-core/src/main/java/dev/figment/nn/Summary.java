package dev.figment.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A network as the table that users of Keras know: layers, output shapes, parameters, totals. */
public record Summary(String name, Shape input, List<Row> rows) {
  private static final int NAME_WIDTH = 26;

  /**
   * One layer.
   *
   * @param parameters all of them, running statistics included
   */
  public record Row(String layer, Shape output, long parameters, long trainable) {
    static Row of(Layer layer, Shape output, List<ParameterSpec> specs) {
      long all = specs.stream().mapToLong(ParameterSpec::count).sum();
      long trainable =
          specs.stream().filter(ParameterSpec::trainable).mapToLong(ParameterSpec::count).sum();
      return new Row(layer.kind(), output, all, trainable);
    }
  }

  public long parameters() {
    return rows.stream().mapToLong(Row::parameters).sum();
  }

  public long trainable() {
    return rows.stream().mapToLong(Row::trainable).sum();
  }

  /** The table, ready to print. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      names.add(i + " " + rows.get(i).layer());
    }
    int width = names.stream().mapToInt(String::length).reduce(NAME_WIDTH, Math::max);
    List<String> lines = new ArrayList<>();
    String rule = "─".repeat(width + 34);
    lines.add(name + " (input " + input + ")");
    lines.add(rule);
    lines.add(line(width, "layer", "output shape", "parameters"));
    lines.add(rule);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      lines.add(line(width, names.get(i), row.output().toString(), grouped(row.parameters())));
    }
    lines.add(rule);
    lines.add("total parameters: " + grouped(parameters()));
    lines.add("trainable: " + grouped(trainable()));
    lines.add("not trainable: " + grouped(parameters() - trainable()));
    return String.join("\n", lines);
  }

  private static String line(int width, String layer, String output, String parameters) {
    return String.format("%-" + width + "s %-18s %14s", layer, output, parameters);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
