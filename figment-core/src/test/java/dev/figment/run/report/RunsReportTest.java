package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.Recipe;
import dev.figment.run.Settings;
import dev.figment.run.Tiny;
import dev.figment.run.TinyCodecs;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunsReportTest {
  @TempDir private static Path folder;
  private static Path one;
  private static Path other;
  private static Path codec;

  @BeforeAll
  static void train() {
    Recipe recipe = Tiny.recipe(folder);
    one = Tiny.train(folder.resolve("one"), recipe);
    other = Tiny.train(folder.resolve("<other>"), recipe.with("train.batch", 4).with("seed", 2));
    codec =
        TinyCodecs.train(folder.resolve("codec"), TinyCodecs.autoencoder(folder.resolve("codecs")));
    for (Path run : List.of(one, other)) {
      new JsonLines(run.resolve("metrics.jsonl"))
          .append(
              Map.of(
                  "step",
                  6,
                  "samples",
                  "train",
                  "swd10k",
                  run.equals(one) ? 2.5 : 3.5,
                  "standardErrors",
                  Map.of("swd10k", 0.25),
                  "protocol",
                  Map.of("generated", 10000, "seed", 1)));
    }
  }

  private static RunsReport report(long seed, Path... runs) {
    return RunsReport.of(Stream.of(runs).map(RunFolder::open).toList(), Settings.DEFAULT, seed);
  }

  @Test
  void recipes_are_told_by_the_values_in_which_they_differ() {
    assertThat(report(1, one, other).differences())
        .isEqualTo(Map.of("train.batch", List.of("5", "4"), "seed", List.of("1", "2")));
    assertThat(report(1, one, codec).differences())
        .containsEntry("model.gan.latent", List.of("4", ""))
        .doesNotContainKeys("recipe", "about");
  }

  @Test
  void runs_have_times_and_rates() {
    assertThat(report(1, one, other).curves().runs())
        .allMatch(each -> each.seconds() > 0 && each.step() == 6)
        .allMatch(each -> each.imagesPerSecond() == 1000 * each.kimg() / each.seconds());
  }

  @Test
  void grids_are_of_the_same_seed() {
    assertThat(report(1, one, other).grids().toImage().getHeight())
        .isEqualTo(report(2, one, other).grids().toImage().getHeight());
    assertThat(report(1, one, other).html()).isEqualTo(report(1, one, other).html());
    assertThat(report(2, one, other).html())
        .isNotEqualTo(report(1, one, other).html())
        .contains("Drawn with seed 2");
  }

  @Test
  void a_run_without_pictures_is_told_why() throws IOException {
    Path untrained = folder.resolve("untrained");
    RunFolder.create(untrained, RunFolder.open(one).recipe());
    RunsReport report = report(1, one, codec, untrained);
    assertThat(report.withoutGrid()).containsOnlyKeys("codec", "untrained");
    assertThat(report.withoutGrid())
        .containsEntry("codec", "its model draws no images of random points");
    assertThat(report.grids().isEmpty()).isFalse();
    assertThat(report(1, codec, untrained).grids().isEmpty()).isTrue();
    assertThat(Files.exists(untrained.resolve("checkpoints"))).isFalse();
  }

  @Test
  void runs_that_have_nothing_in_common_are_compared_too() {
    RunsReport report = report(1, one, codec);
    assertThat(report.curves().names()).isEmpty();
    assertThat(report.html()).contains("the runs have no statistics in common");
  }

  @Test
  void the_page_has_everything_loads_nothing_and_escapes_names() {
    String html = report(1, one, other).html();
    Markup page = Markup.of(html);
    assertThat(page.named("section"))
        .extracting(each -> each.value("id"))
        .containsExactly("runs", "samples", "metrics", "curves", "recipes");
    assertThat(html).contains("<mark>2.50 ± 0.25 at step 6</mark>").contains("&lt;other&gt;");
    assertThat(page.values("src")).hasSize(2).allMatch(each -> each.startsWith("data:image/png"));
    assertThat(page.values("href")).allMatch(each -> each.startsWith("#") || each.equals("data:,"));
    assertThat(html).doesNotContain("url(").contains("default-src &#39;none&#39;");
  }

  @Test
  void it_opens_in_a_browser_without_an_error_and_without_a_request() throws Exception {
    Browser browser = Browser.required(folder);
    Path page = folder.resolve("compare.html");
    report(1, one, other).write(page);
    Browser.Visit visit = browser.visit(page);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
    assertThat(visit.document()).contains("Learning curves", "</html>");
  }
}
