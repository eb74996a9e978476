package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.examples.Example09AGanOnALine.Moment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example09AGanOnALineTest {
  @TempDir Path folder;

  @Test
  void the_best_discriminator_is_the_data_s_share_of_the_densities() {
    Moment moment =
        new Moment(
            0, new double[] {0.3, 0.2, 0, 0.1}, new double[] {0.1, 0.2, 0.5, 0}, new double[4]);

    assertThat(moment.optimal()).containsExactly(new double[] {0.75, 0.5, 0, 1}, within(1e-12));
  }

  @Test
  void densities_come_together_and_are_shown_on_the_way() {
    List<Moment> moments = Example09AGanOnALine.run(400, 200);

    assertThat(moments).extracting(Moment::step).containsExactly(0, 200, 400);
    assertThat(moments.get(0).divergence()).isBetween(0.3, Math.log(2));
    assertThat(moments.get(2).divergence()).isLessThan(moments.get(0).divergence() / 3);
    assertThat(Arrays.stream(moments.get(2).learned()).max().orElseThrow()).isBetween(0.0, 1.0);

    Path file = folder.resolve("line.gif");
    Example09AGanOnALine.write(moments, file);
    assertThat(file).isNotEmptyFile();
  }
}
