package dev.figment.model.pretraining;

import static dev.figment.model.pretraining.Small.RECIPE;
import static dev.figment.model.pretraining.Small.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.FigmentException;
import dev.figment.data.ExampleForm;
import dev.figment.data.Range;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Architecture;
import dev.figment.nn.Shape;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeText;
import dev.figment.recipe.Recipes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PretrainedClassifierRecipeTest {
  private static final ExampleForm FORM = ExampleForm.of(SET, Range.ZERO_TO_ONE);

  private static List<Architecture> architectures(String instead, String of) {
    return Small.recipe(RECIPE.replace(of, instead)).architectures(FORM);
  }

  private static void assertRefused(String message, String instead, String of) {
    assertThatThrownBy(() -> architectures(instead, of))
        .isInstanceOf(FigmentException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void it_is_an_autoencoder_and_two_classifiers_for_each_seed() {
    assertThat(Small.recipe(RECIPE).architectures(FORM))
        .extracting(Architecture::name)
        .containsExactly(
            "encoder", "decoder", "pretrained1", "scratch1", "pretrained2", "scratch2");
  }

  @Test
  void a_classifier_is_the_encoder_and_the_head() {
    List<Architecture> all = Small.recipe(RECIPE).architectures(FORM);
    assertThat(all.get(2).layers())
        .startsWith(all.get(0).layers().toArray(new dev.figment.nn.Layer[0]));
    assertThat(all.get(2).output()).isEqualTo(Shape.vector(2));
    assertThat(all.get(3).layers()).isEqualTo(all.get(2).layers());
  }

  @Test
  void reading_what_was_written_gives_the_same() {
    PretrainedClassifierRecipe recipe = Small.recipe(RECIPE);
    String written = RecipeText.write(recipe);
    assertThat(Small.recipe(written)).isEqualTo(recipe);
    assertThat(written).contains("  autoencoder:\n    encoder:\n");
  }

  @Test
  void sets_without_labels_are_refused() {
    assertThatThrownBy(() -> Small.recipe(RECIPE).architectures(ExampleForm.of(Shape.vector(4))))
        .hasMessage(
            "pretrainedClassifier: expected examples with labels, got none. Take a set with"
                + " classes; see figment data list.");
  }

  @Test
  void a_head_that_does_not_give_a_number_for_each_class_is_refused() {
    assertRefused(
        "expected the head to give 2 numbers, one for each class, got 3. End it with dense: 2.",
        "units: 3, activation: softmax",
        "units: 2, activation: softmax");
    assertRefused(
        "head/0 reshape: expected 4 numbers for 4, got 3 from 3. Make the sizes multiply to 3.",
        "{reshape: [4]}",
        "{dropout: 0.2}");
  }

  @Test
  void a_head_that_cannot_learn_is_refused() {
    String text = RECIPE.replace("{dense: 3}]", "{dense: 2}]");
    PretrainedClassifierRecipe recipe =
        Small.recipe(text.replaceAll("head: .*", "head: [{dropout: 0.2}, softmax]"));
    assertThatThrownBy(() -> recipe.architectures(FORM))
        .hasMessage(
            "pretrainedClassifier: expected a head that can learn, got one without parameters. End"
                + " it with dense: 2.");
  }

  @Test
  void fewer_labels_than_classes_are_refused() {
    assertRefused(
        "pretrainedClassifier: labels: expected at least one for each of 2 classes, got 1",
        "labels: 1\n",
        "labels: 10\n");
  }

  @Test
  void more_labels_than_examples_are_refused_before_anything_is_made() {
    PretrainedClassifierRecipe many = Small.recipe(RECIPE.replace("labels: 10", "labels: 61"));
    String message =
        "pretrainedClassifier: labels: expected at most 30 of class near, which is all that points"
            + " has, got 31. Lower labels: they are spread evenly over 2 classes.";
    assertThatThrownBy(() -> many.check(SET)).hasMessage(message);
    assertThatThrownBy(() -> many.create(Small.setup(SET))).hasMessage(message);
  }

  @Test
  void numbers_below_one_are_refused() {
    assertRefused(
        "pretrainedClassifier: seeds must be from 1 to 1000, got 0", "seeds: 0", "seeds: 2");
    assertRefused(
        "pretrainedClassifier: labels must be at least 1, got 0", "labels: 0\n", "labels: 10\n");
    assertRefused(
        "pretrainedClassifier: epochs: expected at least 1 each, got autoencoder 0, frozen 1",
        "autoencoder: 0,",
        "autoencoder: 2,");
    assertRefused(
        "pretrainedClassifier: the head has no layers",
        "head: []",
        "head: [{dropout: 0.2}, {dense: {units: 2, activation: softmax}}]");
  }

  @Test
  void the_bundled_recipe_has_the_stacked_autoencoder_and_a_head_of_ten() {
    Recipe recipe = Recipes.named("fashion-pretrained-classifier");
    ExampleForm clothes = ImageSets.formOf(recipe.data(), Path.of("nowhere"));
    assertThat(recipe.model().architectures(clothes))
        .extracting(each -> each.name() + " " + each.summary().parameters())
        .startsWith("encoder 81530", "decoder 82284", "pretrained1 81840", "scratch1 81840")
        .hasSize(12);
  }
}
