package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.UsageException;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.RecipeRevision;
import dev.figment.run.folder.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where runs and their data lie, and what becomes of them when that changes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunPlaceTest {
  @TempDir private Path folder;

  /** As it is typed in the folder that this process is in. */
  private static String relative(Path path) {
    return Path.of("").toAbsolutePath().relativize(path.toAbsolutePath()).toString();
  }

  private static void move(Path run, Path data) {
    RecipeRevision.make(RunFolder.open(run), Map.of("data.set", data.toString()), false);
  }

  @Test
  void relative_paths_of_a_recipe_are_kept_as_they_lead_there_from_every_folder() {
    Recipe recipe = Tiny.recipe(folder);
    String images = recipe.data().set();
    Path first = Tiny.train(folder.resolve("first"), recipe, 1);
    Path second = folder.resolve("second");

    Recipe typed =
        recipe
            .withData(recipe.data().withSet(relative(Path.of(images))))
            .withTrain(recipe.train().withInit(relative(first)));
    Run.create(second, typed, Settings.DEFAULT).close();

    Recipe kept = RunFolder.open(second).recipe();
    assertThat(kept.data().set()).isEqualTo(images);
    assertThat(kept.train().init()).isEqualTo(first.toString());
  }

  @Test
  void a_run_whose_images_were_moved_goes_on_from_their_new_place() throws IOException {
    Recipe recipe = Tiny.recipe(folder);
    Path images = Path.of(recipe.data().set());
    Path whole = Tiny.train(folder.resolve("whole"), recipe);
    Path run = Tiny.train(folder.resolve("run"), recipe, 3);
    Path elsewhere = Files.move(images, folder.resolve("elsewhere"));

    assertThatNamesTheWayOut(() -> Tiny.resume(run), images, run);
    assertThatNamesTheWayOut(() -> Run.open(run, Settings.DEFAULT).data(), images, run);

    move(run, elsewhere);
    Tiny.resume(run);
    assertThat(Tiny.numbers(run)).isEqualTo(Tiny.numbers(whole));
  }

  private static void assertThatNamesTheWayOut(ThrowingCallable use, Path images, Path run) {
    assertThatThrownBy(use)
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.set: expected the images that the run learns from at %s, found nothing there. Say"
                + " where they are now as data.set, and go on by figment resume %s.",
            images, run);
  }

  @Test
  void other_images_in_a_new_place_are_refused() throws IOException {
    Recipe recipe = Tiny.recipe(folder);
    Path run = Tiny.train(folder.resolve("run"), recipe, 3);
    Path others = Path.of(Tiny.recipe(Files.createDirectory(folder.resolve("x"))).data().set());
    Files.delete(others.resolve("bars/01.png"));

    move(run, others);

    assertThatThrownBy(() -> Tiny.resume(run))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected the data that the run learned from so far");
  }

  @Test
  void a_named_set_does_not_become_a_folder() {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 1);
    assertThatThrownBy(
            () -> RecipeRevision.make(RunFolder.open(run), Map.of("data.set", "glyphs"), false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("data.set: ");
  }

  @Test
  void trainings_that_begin_at_once_have_a_folder_each() {
    Recipe recipe = Tiny.recipe(folder);
    Path runs = folder.resolve("runs");

    List<Path> made =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> RunFolder.createNext(runs, recipe).path())
            .sorted()
            .toList();

    assertThat(made).doesNotHaveDuplicates().hasSize(16).allMatch(Files::isDirectory);
    try (Run next = Run.createNext(runs, recipe, Settings.DEFAULT)) {
      assertThat(next.folder().path()).isEqualTo(runs.resolve("00017-tiny"));
    }
  }

  @Test
  void a_run_needs_a_name() {
    assertThatThrownBy(() -> Run.create(Path.of(""), Tiny.recipe(folder), Settings.DEFAULT))
        .isInstanceOf(UsageException.class)
        .hasMessage("run: expected the name of a new folder, got nothing.");
  }

  @Test
  void a_folder_under_a_file_is_not_said_to_exist() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path under = file.resolve("run");
    assertThatThrownBy(() -> Run.create(under, Tiny.recipe(folder), Settings.DEFAULT))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "run: expected a folder to make %s in, got the file %s. Name another one.",
            under, file);
  }
}
