package com.example.moons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.catalogue.Extension;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data set of a user's own library, which Figment does not know until it is on the class path.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UserDataSetTest {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  @TempDir private Path library;

  /** As if a jar with this service were on the class path. */
  private void bring(Class<? extends Extension> extension) throws IOException {
    Path services = Files.createDirectories(library.resolve("META-INF/services"));
    Files.writeString(services.resolve(Extension.class.getName()), extension.getName());
    URL[] places = {library.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(places, before));
  }

  @AfterEach
  void leave() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void it_is_opened_by_its_name() throws IOException {
    bring(MoonsExtension.class);
    ImageSet lower = ImageSets.open(DataRecipe.of("moons").withClasses("lower"), null);
    assertThat(lower.size()).isEqualTo(500);
    assertThat(lower.shape()).hasToString("2");
  }

  @Test
  void it_is_known_beside_those_of_figment() throws IOException {
    bring(MoonsExtension.class);
    assertThat(ImageSets.names()).contains("mnist", "moons");
    assertThat(ImageSets.known("moons").card().license()).isEqualTo("CC0");
    assertThat(ImageSets.isHere(ImageSets.known("moons"), Split.TEST, null)).isTrue();
  }

  @Test
  void a_recipe_names_it() throws IOException {
    bring(MoonsExtension.class);
    Recipe recipe = Recipes.named("ring-gan").with("data.set", "moons");
    assertThat(ImageSets.formOf(recipe.data(), null).classes()).containsExactly("upper", "lower");
    assertThat(ImageSets.open(recipe.data(), null).name()).isEqualTo("moons");
  }

  @Test
  void a_run_learns_from_it_and_is_opened_again() throws IOException {
    bring(MoonsExtension.class);
    Recipe recipe = Recipes.named("ring-gan").with("data.set", "moons").with("train.steps", 1);
    Path folder = library.resolve("run");
    try (Run run = Run.create(folder, recipe, Settings.DEFAULT)) {
      run.train();
    }
    try (Run run = Run.open(folder, Settings.DEFAULT)) {
      assertThat(run.recipe().data().set()).isEqualTo("moons");
    }
  }

  @Test
  void one_of_the_mnist_family_needs_only_a_card() throws IOException {
    bring(Kmnist.class);
    assertThat(ImageSets.isHere(ImageSets.known("kmnist"), Split.TRAIN, library)).isFalse();
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("kmnist"), library))
        .hasMessageStartingWith("kmnist: expected train-images-idx3-ubyte.gz, ")
        .hasMessageContaining("Get the files from the page of Kuzushiji-MNIST and put them there");
  }

  @Test
  void without_its_library_it_is_not_known() {
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("moons"), null))
        .hasMessageStartingWith("data.set: no set moons. There are cifar-10, ");
  }

  @Test
  void a_name_that_is_taken_is_refused() throws IOException {
    bring(SecondMnist.class);
    assertThatThrownBy(ImageSets::names)
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "data set mnist: expected one of this name, got two, by"
                + " dev.figment.data.set.DataSetExtension and com.example.moons.SecondMnist."
                + " Rename one, or take one library off the class path.");
  }

  @Test
  void a_name_that_is_not_that_of_the_card_is_refused() throws IOException {
    bring(MisnamedMoons.class);
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("two-moons"), null))
        .hasMessage(
            "data set two-moons: expected a card of that name, got one of moons. Add the set under"
                + " the name of its card.");
  }
}
