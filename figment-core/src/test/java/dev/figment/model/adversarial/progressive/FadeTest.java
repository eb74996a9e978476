package dev.figment.model.adversarial.progressive;

import static dev.figment.Closeness.assertClose;

import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against plain loops over (examples, channels, side, side). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FadeTest {
  private Growth growth;

  private static final int EXAMPLES = 4;

  private final Scope scope = Scope.open();
  private final Plan plan = Plan.of(Small.recipe(), Small.FORM);
  private final RandomStream init = RandomStream.named("init", 1);

  @AfterEach
  void free() {
    scope.close();
  }

  private static float[] averaged(float[] images, int side, int factor) {
    int small = side / factor;
    float[] result = new float[images.length / factor / factor];
    for (int i = 0; i < images.length; i++) {
      int plane = i / (side * side);
      int row = i / side % side / factor;
      int column = i % side / factor;
      result[(plane * small + row) * small + column] += images[i] / factor / factor;
    }
    return result;
  }

  private static float[] repeated(float[] images, int side) {
    int large = 2 * side;
    float[] result = new float[images.length * 4];
    for (int i = 0; i < result.length; i++) {
      int plane = i / (large * large);
      result[i] = images[(plane * side + i / large % large / 2) * side + i % large / 2];
    }
    return result;
  }

  private static float[] blended(float[] before, float[] after, double alpha) {
    float[] result = new float[before.length];
    for (int i = 0; i < before.length; i++) {
      result[i] = (float) ((1 - alpha) * before[i] + alpha * after[i]);
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0.3", "1, 1", "2, 0.75", "2, 1"})
  void real_images_are_averaged_down_and_blended_with_their_coarser_copy(int level, double alpha) {
    Tensor images = Small.noise(EXAMPLES, 2, 16, 16).channelsLast();
    int side = 4 << level;
    float[] expected = averaged(images.toArray(), 16, 16 / side);
    if (alpha < 1) {
      expected = blended(repeated(averaged(expected, side, 2), side / 2), expected, alpha);
    }
    Tensor reals = Fade.reals(images, new Growth(level, alpha), Small.DOUBLINGS);
    assertClose("reals", reals, expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.3", "2, 0.75"})
  void a_generated_image_is_the_one_below_doubled_and_its_own_blended(int level, double alpha) {
    GrowingGenerator generator =
        new GrowingGenerator(
            network(plan.generator("generator")),
            networks(plan.toImages("toImage")),
            () -> growth,
            null);
    Tensor z = Small.noise(EXAMPLES, 3);
    growth = new Growth(level - 1, 1);
    float[] below = generator.apply(z, Pass.inference()).toArray();
    growth = new Growth(level, 1);
    float[] own = generator.apply(z, Pass.inference()).toArray();
    growth = new Growth(level, alpha);
    assertClose(
        "blended",
        generator.apply(z, Pass.inference()),
        blended(repeated(below, 2 << level), own, alpha));
    generator.networks().forEach(each -> each.close());
  }

  private Network network(Architecture architecture) {
    return architecture.create(init, Device.CPU);
  }

  private List<Network> networks(List<Architecture> architectures) {
    return architectures.stream().map(this::network).toList();
  }

  private GrowingDiscriminator discriminator() {
    return new GrowingDiscriminator(
        network(plan.discriminator("discriminator")),
        networks(plan.fromImages("fromImage")),
        () -> growth);
  }

  /** Block 16 is layers 0 to 4 of the trunk, block 8 layers 5 to 9, and 10 to 16 are the end. */
  @ParameterizedTest
  @CsvSource({"1, 0.3, 5", "2, 0.75, 0"})
  void features_are_those_of_the_image_halved_and_of_its_own_block_blended(
      int level, double alpha, int begin) {
    GrowingDiscriminator discriminator = discriminator();
    int side = 4 << level;
    Tensor images = Small.noise(EXAMPLES, 2, side, side).channelsLast();
    Tensor halved =
        Tensor.of(averaged(images.toArray(), side, 2), EXAMPLES, 2, side / 2, side / 2)
            .channelsLast();
    Tensor before = discriminator.fromImages().get(level - 1).apply(halved, Pass.inference());
    Tensor own = discriminator.fromImages().get(level).apply(images, Pass.inference());
    own = discriminator.trunk().applyPart(begin, begin + 5, own, Pass.inference());
    Tensor features =
        Tensor.of(blended(before.toArray(), own.toArray(), alpha), own.shape()).channelsLast();
    Tensor scores = discriminator.trunk().applyPart(begin + 5, 17, features, Pass.inference());
    growth = new Growth(level, alpha);
    assertClose("scores", discriminator.scores(images, Pass.inference()), scores.toArray());
    discriminator.networks().forEach(each -> each.close());
  }

  @Test
  void where_nothing_fades_only_the_blocks_below_are_at_work() {
    GrowingDiscriminator discriminator = discriminator();
    Tensor images = Small.noise(EXAMPLES, 2, 8, 8).channelsLast();
    Tensor features = discriminator.fromImages().get(1).apply(images, Pass.inference());
    growth = new Growth(1, 1);
    assertClose(
        "scores",
        discriminator.scores(images, Pass.inference()),
        discriminator.trunk().applyPart(5, 17, features, Pass.inference()).toArray());
    discriminator.networks().forEach(each -> each.close());
  }
}
