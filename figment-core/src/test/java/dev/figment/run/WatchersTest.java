package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.format.Png;
import dev.figment.recipe.Recipe;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who watches the training of an autoencoder on 24 pictures in folders, which have no test split.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchersTest {
  @TempDir private Path folder;

  @Test
  void without_a_test_split_nothing_is_validated_and_pictures_are_of_what_is_learned() {
    Tiny.recipe(folder); // draws them
    Recipe recipe =
        ModelCase.codecs()
            .get(0)
            .recipe()
            .with("data.set", folder.resolve("pictures").toString())
            .with("train.batch", 5)
            .with("watch.snapshots.everySteps", 3);
    Path run = Tiny.train(folder.resolve("run"), recipe);
    assertThat(run.resolve("metrics.jsonl")).doesNotExist();
    assertThat(run.resolve("validation.png")).doesNotExist();
    assertThat(run.resolve("reconstructions-000003.png")).isNotEmptyFile();
    Path last = run.resolve("reconstructions-000006.png");
    int first = Png.read(folder.resolve("pictures/bars/01.png")).getRGB(3, 0);
    assertThat(Png.read(last).getRGB(2 + 3 * 2, 2)).isEqualTo(first);
  }
}
