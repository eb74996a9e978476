package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.format.Png;
import dev.figment.latent.Points;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.folder.RunFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GANs of points of a plane as runs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RingTest {
  @TempDir private static Path folder;
  private static Path ring;

  @BeforeAll
  static void train() {
    Recipe recipe =
        Recipes.named("ring-wgan-gp")
            .with("train.steps", 6)
            .with("watch.snapshots.everySteps", 3)
            .with("watch.snapshots.grid", "5x5");
    ring = Tiny.train(folder.resolve("ring"), recipe);
  }

  @Test
  void snapshots_are_scatter_pictures_that_become_an_animation() {
    RunFolder run = RunFolder.open(ring);
    assertThat(run.fakes()).hasSize(2);
    assertThat(Png.read(run.fakes().get(0)).getWidth())
        .isEqualTo(Png.read(run.fakes().get(1)).getWidth());
    assertThat(run.picture("progress.gif")).exists();
    assertThat(run.picture("reals.png")).doesNotExist();
  }

  @Test
  void what_it_makes_can_be_had_as_numbers_however_many_parts_they_are_made_in() {
    try (Run run = Run.open(ring, Settings.DEFAULT)) {
      float[] z = run.trained().randomPoints(150, 1);
      Points all = run.trained().vectorsAt(z, null);
      assertThat(all.count()).isEqualTo(150);
      assertThat(all.size()).isEqualTo(2);
      float[] last = java.util.Arrays.copyOfRange(z, 149 * 16, 150 * 16);
      assertThat(run.trained().vectorsAt(last, null).row(0))
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(all.row(149));
    }
  }

  @Test
  void it_is_no_picture_and_the_message_says_where_to_look() {
    try (Run run = Run.open(ring, Settings.DEFAULT)) {
      assertThatThrownBy(() -> run.trained().requirePictures("sample"))
          .isInstanceOf(UsageException.class)
          .hasMessageEndingWith(
              "got one (ring-wgan-gp) of vectors of 2, which are no pictures. What it makes of"
                  + " points of a plane is drawn while it trains: fakes-*.png in its folder.");
    }
  }

  @Test
  void images_are_no_vectors() {
    Path images = Tiny.train(folder.resolve("images"), Tiny.recipe(folder));
    try (Run run = Run.open(images, Settings.DEFAULT)) {
      assertThatThrownBy(() -> run.trained().vectorsAt(new float[4], null))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("expected a run of vectors, got one (tiny) of images of 8×8×1");
    }
  }
}
