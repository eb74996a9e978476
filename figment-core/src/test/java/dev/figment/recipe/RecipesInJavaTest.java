package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.catalogue.Defaults;
import dev.figment.data.DataRecipe;
import dev.figment.loss.Drift;
import dev.figment.loss.R1;
import dev.figment.loss.Wasserstein;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.Ema;
import dev.figment.model.adversarial.Optimizers;
import dev.figment.model.adversarial.Targets;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.model.adversarial.gan.InstanceNoise;
import dev.figment.model.adversarial.gan.Labels;
import dev.figment.model.adversarial.progressive.Channels;
import dev.figment.model.adversarial.progressive.GrowthSchedule;
import dev.figment.model.adversarial.progressive.ProgressiveRecipe;
import dev.figment.model.adversarial.style.StyleRecipe;
import dev.figment.model.autoencoder.AutoencoderRecipe;
import dev.figment.model.pretraining.PretrainedClassifierRecipe;
import dev.figment.model.vae.FlowRecipe;
import dev.figment.model.vae.VaeRecipe;
import dev.figment.nn.Dense;
import dev.figment.nn.Layer;
import dev.figment.optim.Adam;
import dev.figment.optim.Rule;
import dev.figment.train.TrainRecipe;
import dev.figment.train.WatchRecipe;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What YAML can say of a training, Java can. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipesInJavaTest {
  private static final List<Layer> ONE = List.of(new Dense(1));
  private static final List<Layer> TWO = List.of(new Dense(2));
  private static final Rule ADAM = new Adam(0.001);
  private static final Optimizers BOTH = Optimizers.same(ADAM);
  private static final String PAIR = "optimizer: {generator: adam, discriminator: adam}";
  private static final AutoencoderRecipe AUTOENCODER = AutoencoderRecipe.of(ONE, TWO, ADAM);
  private static final DataRecipe DATA = DataRecipe.of("glyphs");
  private static final TrainRecipe TRAIN = TrainRecipe.ofBatch(8).withEpochs(3);

  static Stream<Arguments> smallest() {
    String codec = "encoder: [dense: 1], decoder: [dense: 2], optimizer: adam";
    return Stream.of(
        Arguments.of(
            "{latent: 4, generator: [dense: 2], discriminator: [dense: 1], %s}".formatted(PAIR),
            GanRecipe.of(4, TWO, ONE, BOTH)),
        Arguments.of("{channels: [8, 4], %s}".formatted(PAIR), StyleRecipe.of(List.of(8, 4), BOTH)),
        Arguments.of("{optimizer: adam}", ProgressiveRecipe.of(ADAM)),
        Arguments.of("{%s}".formatted(codec), AUTOENCODER),
        Arguments.of("{latent: 3, %s}".formatted(codec), VaeRecipe.of(3, ONE, TWO, ADAM)),
        Arguments.of("{hidden: 5, context: 6}", FlowRecipe.of(5, 6)),
        Arguments.of(
            """
            autoencoder: {%s}
            head: [dense: 2]
            labels: 10
            epochs: {autoencoder: 1, frozen: 2}
            optimizer: {frozen: adam, fineTuned: adam, scratch: adam}
            """
                .formatted(codec),
            PretrainedClassifierRecipe.of(
                AUTOENCODER,
                TWO,
                10,
                new PretrainedClassifierRecipe.Epochs(1, 2),
                new PretrainedClassifierRecipe.Optimizers(ADAM, ADAM, ADAM))),
        Arguments.of("{mode: joined}", Labels.of(Labels.Mode.JOINED)),
        Arguments.of("{deviation: 0.1}", InstanceNoise.of(0.1)),
        Arguments.of("{}", Ema.DEFAULT),
        Arguments.of("{}", Targets.PLAIN),
        Arguments.of("{}", Channels.SMALL),
        Arguments.of("{}", GrowthSchedule.DEFAULT),
        Arguments.of("{set: glyphs}", DATA),
        Arguments.of("{batch: 8, epochs: 3}", TRAIN),
        Arguments.of("{}", WatchRecipe.DEFAULT),
        Arguments.of("{}", WatchRecipe.Snapshots.DEFAULT),
        Arguments.of("{}", WatchRecipe.Validation.DEFAULT),
        Arguments.of("{}", WatchRecipe.Checkpoints.DEFAULT),
        Arguments.of(
            """
            {recipe: tiny, data: {set: glyphs}, model: {progressiveGan: {optimizer: adam}},
             train: {batch: 8, epochs: 3}}
            """,
            Recipe.of("tiny", DATA, ProgressiveRecipe.of(ADAM), TRAIN)));
  }

  @ParameterizedTest
  @MethodSource("smallest")
  void the_smallest_recipe_is_the_same_in_Java_and_in_YAML(String yaml, Object inJava) {
    assertThat(RecipeFormat.<Object>read(yaml, type(inJava), "a test")).isEqualTo(inJava);
  }

  @SuppressWarnings("unchecked") // an object is of its own class
  private static Class<Object> type(Object of) {
    return (Class<Object>) of.getClass();
  }

  @ParameterizedTest
  @MethodSource("smallest")
  void whatever_has_a_default_can_be_changed_in_Java(String unused, Object record) {
    List<String> methods =
        Arrays.stream(record.getClass().getMethods()).map(each -> each.getName()).toList();
    assertThat(record.getClass().getRecordComponents())
        .filteredOn(each -> Defaults.of(each) != null)
        .extracting(RecipesInJavaTest::wither)
        .isSubsetOf(methods);
  }

  private static String wither(RecordComponent component) {
    String name = component.getName();
    return "with" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  @Test
  void what_is_changed_in_Java_is_read_back_from_YAML() {
    ModelRecipe gan =
        GanRecipe.of(4, TWO, ONE, BOTH)
            .withLoss(new Wasserstein())
            .withDiscriminatorSteps(5)
            .withPenalties(new R1(1), new Drift(0.01))
            .withInstanceNoise(InstanceNoise.of(0.1).withUntilKimg(3.0))
            .withEma(Ema.DEFAULT.withHalfLifeKimg(1));
    WatchRecipe watch =
        WatchRecipe.DEFAULT
            .withTickSteps(5)
            .withSnapshots(WatchRecipe.Snapshots.DEFAULT.withAtSteps(1L, 10L).withGrid(2, 3));
    Recipe recipe = Recipe.of("tiny", DATA, gan, TRAIN).withSeed(7).withWatch(watch);
    assertThat(RecipeFormat.read(recipe.toYaml(), "a test")).isEqualTo(recipe);
    assertThat(recipe.watch().snapshots().everyEpochs()).isNull();
  }

  @Test
  void a_value_that_cannot_be_is_refused_as_from_YAML() {
    GanRecipe gan = GanRecipe.of(4, TWO, ONE, BOTH);
    assertThatThrownBy(() -> gan.withDiscriminatorSteps(0))
        .isInstanceOf(UsageException.class)
        .hasMessage("gan: discriminatorSteps must be at least 1, got 0");
  }
}
