package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.latent.PrincipalComponents;
import dev.figment.model.Codec;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled recipe against principal components of the same points. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearAutoencoderTest {
  @TempDir Path folder;

  private static Points points(ImageSet set) {
    float[] values = new float[set.size() * 3];
    for (int i = 0; i < set.size(); i++) {
      set.copyFloats(i, values, 3 * i);
    }
    return new Points(values, 3);
  }

  private static double error(Points made, Points points) {
    double sum = 0;
    for (int i = 0; i < made.values().length; i++) {
      sum += Math.pow(made.values()[i] - points.values()[i], 2);
    }
    return sum / made.values().length;
  }

  private static Points reconstructed(Run run, Points points) {
    Codec codec = run.trained().codec();
    try (Scope scope = Scope.open()) {
      return Points.of(codec.decode(codec.encode(points.toTensor(), null), null));
    }
  }

  /** The quotient of both errors, of the autoencoder after so many epochs and of two components. */
  private double ratio(int epochs) {
    Recipe recipe =
        Recipes.named("plane-linear-autoencoder")
            .with("train.epochs", epochs)
            .with("watch.validation.everyEpochs", epochs);
    try (Run run = Run.create(folder.resolve("run" + epochs), recipe, Settings.DEFAULT)) {
      run.train();
      Points points = points(run.data());
      double pca = PrincipalComponents.fit(points, 2).meanSquaredError(points);
      return error(reconstructed(run, points), points) / pca;
    }
  }

  @Test
  void trained_long_enough_it_reconstructs_as_well_as_principal_components() {
    assertThat(ratio(800)).isBetween(0.999, 1.02);
  }

  @Test
  void the_recipes_own_epochs_only_come_near() {
    assertThat(ratio(20)).isGreaterThan(1.02);
  }
}
