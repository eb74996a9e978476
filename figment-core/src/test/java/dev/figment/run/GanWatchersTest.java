package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.format.Png;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.JsonLines;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Who watches the training of a GAN: its discriminator at each snapshot, and its course at last.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GanWatchersTest {
  @TempDir private Path folder;

  private Recipe recipe() {
    return Tiny.recipe(folder).with("watch.snapshots.everySteps", 2);
  }

  static List<ModelCase> adversaries() {
    return ModelCase.samplers();
  }

  @Test
  void accuracy_in_evaluation_mode_is_told_and_written_down_at_each_snapshot() {
    List<String> told = new ArrayList<>();
    Path path = folder.resolve("run");
    try (Run run = Run.create(path, recipe(), Settings.DEFAULT)) {
      run.train(
          new Listener() {
            @Override
            public void onAccuracy(Clock clock, DiscriminatorAccuracy accuracy) {
              told.add("%d %s %s".formatted(clock.step(), accuracy.real(), accuracy.fake()));
            }
          });
    }
    List<JsonNode> lines = new JsonLines(path.resolve("metrics.jsonl")).read();
    assertThat(lines)
        .extracting(
            line ->
                "%d %s %s"
                    .formatted(
                        line.get("step").asLong(),
                        line.get("evaluationAccuracy/real").asDouble(),
                        line.get("evaluationAccuracy/fake").asDouble()))
        .isEqualTo(told)
        .hasSize(3);
    assertThat(lines).allMatch(line -> line.get("examples").asInt() == 100);
    assertThat(lines).allMatch(line -> line.get("snapshot").asString().equals("train"));
  }

  @ParameterizedTest
  @MethodSource("adversaries")
  void every_kind_of_gan_tells_the_losses_of_its_discriminator_apart(ModelCase each) {
    Path run = Tiny.train(folder.resolve("run"), each.recipe());
    assertThat(new JsonLines(run.resolve("stats.jsonl")).read())
        .isNotEmpty()
        .allMatch(line -> line.path("loss/real").isNumber() && line.path("loss/fake").isNumber());
  }

  @Test
  void a_wasserstein_critic_has_losses_apart_and_no_accuracy() {
    Recipe critic =
        recipe()
            .with("model.gan.targets", "{}")
            .with("model.gan.discriminator", "[flatten, {dense: 1}]")
            .with("model.gan.loss", "wasserstein")
            .with("watch.tickSteps", 1); // of every step, what is watched too
    Path run = Tiny.train(folder.resolve("run"), critic);
    assertThat(run.resolve("metrics.jsonl")).doesNotExist();
    assertThat(run.resolve("accuracy.png")).doesNotExist();
    JsonNode last = new JsonLines(run.resolve("stats.jsonl")).read().get(2);
    assertThat(last.get("loss/real").asDouble() + last.get("loss/fake").asDouble())
        .isCloseTo(last.get("loss/discriminator").asDouble(), within(1e-6));
  }

  @Test
  void its_course_is_drawn() {
    Path run = Tiny.train(folder.resolve("run"), recipe());
    assertThat(run.resolve("losses.png")).isNotEmptyFile();
    assertThat(run.resolve("accuracy.png")).isNotEmptyFile();
    assertThat(run.resolve("loss-scatter.png")).isNotEmptyFile();
  }

  @Test
  void the_first_image_of_each_snapshot_stands_in_one_picture() {
    Path run = Tiny.train(folder.resolve("run"), recipe());
    BufferedImage montage = Png.read(run.resolve("progress.png"));
    assertThat(montage.getWidth()).isEqualTo(2 + 2 * (16 + 2)); // of 8×8 pixels, doubled
    for (int i = 0; i < 3; i++) {
      BufferedImage snapshot = Png.read(run.resolve("fakes-00000%d.png".formatted(2 * i + 2)));
      int left = 2 + i % 2 * 18;
      int top = 2 + i / 2 * 18;
      assertThat(montage.getRGB(left, top, 16, 16, null, 0, 16))
          .isEqualTo(snapshot.getRGB(2, 2, 16, 16, null, 0, 16));
    }
  }

  @Test
  void of_a_single_snapshot_there_is_no_course() {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder));
    assertThat(Files.exists(run.resolve("progress.png"))).isFalse();
    assertThat(Files.exists(run.resolve("progress.gif"))).isFalse();
  }
}
