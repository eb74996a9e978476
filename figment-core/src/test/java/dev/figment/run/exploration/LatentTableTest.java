package dev.figment.run.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.data.ImageSet;
import dev.figment.format.Npy;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LatentTableTest {
  private static final float[] Z = {0.1f, -2, 3e-9f, 4};

  @TempDir private Path folder;

  private static ImageSet set(List<String> classes, int... labels) {
    return ImageSet.ofBytes("two", Shape.image(1, 1, 1), classes, labels, new byte[2]);
  }

  private String written(LatentTable table) throws IOException {
    Path file = folder.resolve("table.csv");
    table.write(file);
    return Files.readString(file);
  }

  @Test
  void examples_of_a_set_are_numbered_and_their_class_is_named() throws IOException {
    ImageSet labeled = set(List.of("shoe", "shirt, long"), 1, 0);
    assertThat(written(new LatentTable(List.of(), labeled, Z)))
        .isEqualTo("index,class,z0,z1\n0,\"shirt, long\",0.1,-2.0\n1,shoe,3.0E-9,4.0\n");
  }

  @Test
  void files_are_named_and_have_no_class_where_none_is_known() throws IOException {
    LatentTable table = new LatentTable(List.of("a.png", "b.png"), set(List.of(), 0, 0), Z);
    assertThat(written(table)).isEqualTo("file,z0,z1\na.png,0.1,-2.0\nb.png,3.0E-9,4.0\n");
  }

  @Test
  void numpy_gets_the_numbers_alone() {
    Path file = folder.resolve("table.npy");
    new LatentTable(List.of(), set(List.of(), 0, 0), Z).write(file);
    assertThat(Npy.read(file)).isEqualTo(new Npy(new long[] {2, 2}, Z));
  }

  @Test
  void other_endings_and_missing_names_are_refused() {
    LatentTable table = new LatentTable(List.of(), set(List.of(), 0, 0), Z);
    assertThatThrownBy(() -> table.write(Path.of("table.txt")))
        .hasMessage("latent table: expected a file that ends in .csv or .npy, got table.txt");
    assertThatThrownBy(() -> new LatentTable(List.of("a"), table.set(), Z))
        .hasMessage("latent table: expected 2 names, got 1");
  }
}
