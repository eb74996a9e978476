package dev.figment.run.exploration;

import static dev.figment.UsageException.require;

import dev.figment.model.Stylist;
import dev.figment.model.Truncation;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import dev.figment.picture.Palette;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table of mixed styles: each cell has the styles of its row's image, but those of its column's
 * image in some of the layers. The images themselves stand at the left and at the top.
 *
 * @param rows a seed for each row: its image is the first that this seed samples
 * @param columns a seed for each column
 * @param from the first layer that the column has a say in, from 0
 * @param to the last
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, figure 3</a> (no difference)
 */
public record StyleTable(
    List<Long> rows, List<Long> columns, int from, int to, Truncation truncation) {
  public StyleTable {
    require(!rows.isEmpty(), "rows: expected at least one seed, got none");
    require(!columns.isEmpty(), "columns: expected at least one seed, got none");
    require(
        0 <= from && from <= to,
        "styles: expected layers from 0, first to last, got %d-%d",
        from,
        to);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /**
   * Makes all images.
   *
   * @throws dev.figment.UsageException if the model has no styles, or fewer layers
   */
  public ImageGrid of(Trained trained) {
    Stylist model = trained.as(Stylist.class, "mix styles");
    require(
        to < model.layers(),
        "styles: expected layers 0 to %d of this model, got %d-%d",
        model.layers() - 1,
        from,
        to);
    try (Scope scope = Scope.open()) {
      return of(trained, model);
    }
  }

  private ImageGrid of(Trained trained, Stylist model) {
    Map<Long, Tensor> styles = new LinkedHashMap<>();
    rows.forEach(seed -> styles.computeIfAbsent(seed, unseen -> styles(unseen, trained, model)));
    columns.forEach(seed -> styles.computeIfAbsent(seed, unseen -> styles(unseen, trained, model)));
    Shape shape = trained.form().shape();
    int width = columns.size() + 1;
    byte[] pixels = new byte[Math.multiplyExact((rows.size() + 1) * width, shape.count())];
    Arrays.fill(pixels, 0, shape.count(), (byte) Palette.MOUNT.getRed());
    for (int cell = 1; cell < (rows.size() + 1) * width; cell++) {
      Tensor mixed = cell(cell / width, cell % width, styles);
      try (Scope scope = Scope.open()) {
        byte[] image = trained.form().range().toBytes(model.synthesize(mixed));
        System.arraycopy(image, 0, pixels, cell * shape.count(), image.length);
      }
    }
    return ImageGrid.of(shape, pixels).columns(width);
  }

  private Tensor styles(long seed, Trained trained, Stylist model) {
    float[] z = Noise.normals(RandomStream.named("sample", seed), model.latentSize());
    return model.styles(Tensor.of(z, 1, z.length).to(trained.device()), truncation);
  }

  /** Row and column 0 are the images that are mixed. */
  private Tensor cell(int row, int column, Map<Long, Tensor> styles) {
    if (row == 0) {
      return Objects.requireNonNull(styles.get(columns.get(column - 1)));
    }
    Tensor own = Objects.requireNonNull(styles.get(rows.get(row - 1)));
    return column == 0
        ? own
        : mixed(own, Objects.requireNonNull(styles.get(columns.get(column - 1))));
  }

  private Tensor mixed(Tensor row, Tensor column) {
    long layers = row.size(1);
    return Tensor.concatenate(
        1,
        List.of(
            row.narrow(1, 0, from),
            column.narrow(1, from, to - from + 1L),
            row.narrow(1, to + 1L, layers - to - 1)));
  }
}
