package dev.figment.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 30 components leave of the published test images; passed over where there are none. */
@Tag("data")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealComponentsTest {
  private static final Path FOLDER =
      Path.of(Optional.ofNullable(System.getenv("FIGMENT_DATA")).orElse("../../shared/datasets"));

  @ParameterizedTest
  @CsvSource({"mnist, 0.01769", "fashion-mnist, 0.01562"})
  void the_squared_error_of_30_components_is_the_known_one(String name, double error) {
    Path found = FOLDER.resolve(name);
    assumeTrue(Files.isDirectory(found), () -> "no " + name + " in " + FOLDER);
    PrincipalComponents components = PrincipalComponents.fit(points(name, Split.TRAIN), 30);
    assertThat(components.meanSquaredError(points(name, Split.TEST)))
        .isCloseTo(error, within(0.000005));
  }

  private static Points points(String name, Split split) {
    ImageSet set = ImageSets.open(DataRecipe.of(name).withSplit(split), FOLDER);
    int size = set.shape().count();
    float[] values = new float[set.size() * size];
    for (int i = 0; i < set.size(); i++) {
      set.copyFloats(i, values, i * size);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= 255;
    }
    return new Points(values, size);
  }
}
