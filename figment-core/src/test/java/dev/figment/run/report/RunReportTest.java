package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.set.DataSplits;
import dev.figment.nn.Shape;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.Tiny;
import dev.figment.run.TinyCodecs;
import dev.figment.run.folder.CheckpointChoice;
import dev.figment.run.folder.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunReportTest {
  private static final String EVIL = "<script>alert(1)</script><img src=x onerror='alert(2)'>";

  @TempDir private static Path folder;
  private static Path gan;
  private static Path autoencoder;
  private static Path vae;

  @BeforeAll
  static void train() {
    Recipe recipe = Tiny.recipe(folder).with("watch.snapshots.everySteps", 2);
    gan = Tiny.train(folder.resolve("gan"), recipe);
    Path codecs = folder.resolve("codecs");
    autoencoder = TinyCodecs.train(folder.resolve("autoencoder"), TinyCodecs.autoencoder(codecs));
    vae = TinyCodecs.train(folder.resolve("vae"), TinyCodecs.vae(codecs));
  }

  private static RunReport report(Path path) {
    try (Run run = Run.open(path, Settings.DEFAULT)) {
      return RunReport.of(run, CheckpointChoice.LATEST, 1, Progress.NONE);
    }
  }

  private static List<String> headings(String html) {
    return Markup.of(html).named("section").stream().map(each -> each.value("id")).toList();
  }

  private static Path copy(Path run, String name) throws IOException {
    Path copy = folder.resolve(name);
    RunFolder.create(copy, RunFolder.open(run).recipe());
    for (String file : List.of("stats.jsonl", "metrics.jsonl")) {
      if (Files.exists(run.resolve(file))) {
        Files.copy(run.resolve(file), copy.resolve(file));
      }
    }
    return copy;
  }

  @Test
  void a_gan_has_samples_snapshots_curves_and_nearest_images_but_no_map() {
    RunReport report = report(gan);
    assertThat(headings(report.html()))
        .containsExactly(
            "samples",
            "time",
            "curves",
            "nearest",
            "interpolation",
            "networks",
            "recipe",
            "reproduce",
            "card");
    assertThat(report.leftOut()).containsOnlyKeys("Metrics", "Map of the latent space");
    assertThat(report.html())
        .contains("6 steps · ", "Drawn with seed 1 by the model of step 6, none chosen")
        .contains("at each of 3 snapshots", "<figcaption>step 2 · 0.01 kimg</figcaption>")
        .contains("each before the 3 of 24 training images");
  }

  @Test
  void an_autoencoder_has_reconstructions_and_a_map_but_no_samples() {
    RunReport report = report(autoencoder);
    assertThat(headings(report.html()))
        .contains("reconstructions", "interpolation", "map")
        .doesNotContain("samples", "nearest");
    assertThat(report.leftOut())
        .containsEntry("Samples", "the model has no distribution to sample from");
    assertThat(report.html()).contains("whose points of 6 numbers t-SNE brings to a plane");
  }

  @Test
  void points_of_two_numbers_are_mapped_as_they_are() {
    assertThat(report(vae).html()).contains("by the two numbers of their points");
  }

  @Test
  void the_same_seed_gives_the_same_page_and_another_other_samples() {
    assertThat(report(gan).html()).isEqualTo(report(gan).html());
    try (Run run = Run.open(gan, Settings.DEFAULT)) {
      RunReport other = RunReport.of(run, CheckpointChoice.LATEST, 2, Progress.NONE);
      assertThat(other.html()).isNotEqualTo(report(gan).html()).contains("Drawn with seed 2");
    }
  }

  @Test
  void nothing_is_loaded_and_nothing_runs_but_its_own_script() {
    for (Path run : List.of(gan, autoencoder, vae)) {
      String html = report(run).html();
      Markup page = Markup.of(html);
      assertThat(page.values("src")).isNotEmpty().allMatch(each -> each.startsWith("data:image/"));
      assertThat(page.values("href"))
          .allMatch(each -> each.startsWith("#") || each.startsWith("data:"));
      assertThat(html).doesNotContain("url(", "@import", "javascript:");
      assertThat(page.named("script")).hasSize(1);
      assertThat(page.tags()).noneMatch(each -> each.attributes().matches(".* (on\\w+|style)=.*"));
      assertThat(html)
          .contains("default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-");
    }
  }

  @Test
  void who_does_not_see_it_is_told_what_is_there() {
    String html = report(gan).html();
    Markup page = Markup.of(html);
    assertThat(page.named("html")).extracting(each -> each.value("lang")).containsExactly("en");
    assertThat(page.named("img")).allMatch(each -> each.attributes().contains(" alt=\""));
    assertThat(page.named("h1")).hasSize(1);
    assertThat(page.named("input")).allMatch(each -> !each.value("aria-label").isEmpty());
    assertThat(page.named("svg"))
        .hasSameSizeAs(page.values("role").stream().filter("img"::equals).skip(1).toList());
  }

  @Test
  void names_and_comments_of_a_user_are_text_and_never_markup() throws IOException {
    ImageSet set =
        ImageSet.ofBytes(
            "stripes",
            Shape.image(8, 8, 1),
            List.of("plain", EVIL),
            new int[] {0, 1, 0, 1, 0, 1, 0, 1},
            new byte[512]);
    DataSplits data = DataSplits.of(set, set);
    Recipe recipe =
        RunFolder.open(autoencoder)
            .recipe()
            .withAbout("</title>" + EVIL)
            .withData(DataRecipe.of("stripes"))
            .with("train.steps", 2)
            .with("train.batch", 4);
    Path path = folder.resolve("evil & <b>");
    String html;
    try (Run run = Run.create(path, recipe, data, Settings.DEFAULT)) {
      run.train();
      Files.writeString(path.resolve("metrics.jsonl"), metric(1, "'\"><script>alert(3)</script>"));
      html = RunReport.of(run, CheckpointChoice.LATEST, 1, List.of("x <b>"), Progress.NONE).html();
    }
    assertThat(html).contains("&lt;script&gt;alert(1)", "&lt;script&gt;alert(3)", "x &lt;b&gt;");
    assertThat(html).doesNotContain("<script>alert", "<img src=x", "<b>");
    assertThat(Markup.of(html).named("script")).hasSize(1);
  }

  private static String metric(int step, String extractor) {
    return """
    {"step":%d,"epoch":1.0,"kimg":%d,"samples":"train","fd500-features":%d.25,\
    "standardErrors":{"fd500-features":0.5},"protocol":{"extractor":"%s","seed":1}}
    """
        .formatted(step, step, 9 - step, extractor.replace("\"", "\\\""));
  }

  @Test
  void metrics_have_intervals_and_stand_apart_where_protocols_differ() throws IOException {
    Path run = copy(gan, "measured");
    Files.writeString(
        run.resolve("metrics.jsonl"), metric(1, "a") + metric(2, "a") + metric(3, "b"));
    String html = report(run).html();
    assertThat(html)
        .contains(">fd500-features, protocol B</text>")
        .doesNotContain(">fd500-features, protocol A</text>")
        .contains("<strong>6.25</strong></td><td>5.27 to 7.23</td>")
        .contains("Not to be compared with protocol A, which was measured otherwise (here, there):")
        .contains("<li>extractor: a, b</li>")
        .containsSubsequence("<strong>7.25</strong>", "1 earlier values", "<strong>8.25</strong>");
  }

  @Test
  void measured_twice_at_one_time_is_no_curve() throws IOException {
    Path run = copy(gan, "twice");
    Files.writeString(run.resolve("metrics.jsonl"), metric(2, "a") + metric(2, "a"));
    assertThat(report(run).html())
        .contains("<strong>7.25</strong>")
        .doesNotContain(">fd500-features</text>");
  }

  @Test
  void what_was_evaluated_is_there_too() throws IOException {
    Path run = copy(autoencoder, "evaluated");
    Files.writeString(
        run.resolve("metrics.jsonl"),
        """
        {"step":40,"kimg":0.3,"evaluation":"test","set":"x","examples":20,"of":20,"seed":1,\
        "mse":0.5,"standardErrors":{"mse":0.01}}
        """);
    assertThat(report(run).html())
        .contains("<strong>0.500</strong></td><td>0.480 to 0.520</td>")
        .contains("<dt>split</dt><dd>test</dd>");
  }

  @Test
  void the_accuracies_of_classifiers_are_there_as_they_were_written() throws IOException {
    Path run = copy(autoencoder, "classified");
    Files.writeString(run.resolve("accuracies.txt"), "with 0.75 < without 0.80");
    assertThat(report(run).html()).contains("with 0.75 &lt; without 0.80</pre>");
  }

  @Test
  void what_trained_it_is_as_its_log_says_it() throws IOException {
    Path run = copy(gan, "logged");
    Files.writeString(
        run.resolve("log.txt"),
        """
        2026-01-02 03:04:05  === start
        2026-01-02 03:04:05  figment   1.0, Java 17 on Linux amd64
        2026-01-02 03:04:05  engine    libtorch 2, AVX2, threads 1
        2026-01-03 03:04:05  === going on from step 4
        2026-01-03 03:04:05  figment   1.0, Java 17 on Linux amd64
        2026-01-03 03:04:05  engine    libtorch 2, AVX2, threads 2
        """);
    assertThat(report(run).html())
        .contains("<dd>1.0, Java 17 on Linux amd64</dd>")
        .contains("<dd>libtorch 2, AVX2, threads 1; then libtorch 2, AVX2, threads 2</dd>");
  }

  @Test
  void snapshots_are_at_most_sixty_and_evenly_spaced() throws IOException {
    Path run = copy(gan, "long");
    Path first = RunFolder.open(gan).fakes().get(0);
    for (int step = 0; step <= 118; step++) {
      Files.copy(first, RunFolder.open(run).fakes(step));
    }
    String html = report(run).html();
    assertThat(html).contains("at 60 of 119 snapshots, evenly spaced");
    assertThat(Markup.of(html).values("alt"))
        .filteredOn(each -> each.startsWith("Snapshot at step"))
        .hasSize(60)
        .startsWith("Snapshot at step 0 · 0 kimg", "Snapshot at step 2 · 0.01 kimg")
        .endsWith("Snapshot at step 118");
  }

  @Test
  void a_run_without_a_checkpoint_has_a_page_of_what_it_wrote() throws IOException {
    RunReport report = report(copy(gan, "unfinished"));
    assertThat(headings(report.html()))
        .containsExactly("curves", "networks", "recipe", "reproduce", "card");
    assertThat(report.leftOut()).containsEntry("Samples", "the run has no checkpoint yet");
  }

  @Test
  void an_empty_run_has_a_page() {
    Path empty = folder.resolve("empty");
    RunFolder.create(empty, Recipes.named("glyphs-dcgan"));
    RunReport report = report(empty);
    assertThat(headings(report.html())).containsExactly("networks", "recipe", "reproduce", "card");
    assertThat(report.html())
        .contains("nothing yet: there are no statistics")
        .contains("The built-in recipe of this name, unchanged")
        .doesNotContain("figment train glyphs-dcgan");
  }

  @Test
  void changed_values_are_named_and_make_the_command() {
    Path changed = folder.resolve("changed");
    RunFolder.create(
        changed,
        Recipes.named("glyphs-dcgan").with("train.steps", 7).with("data.classes", List.of("3")));
    assertThat(report(changed).html())
        .contains("<code>train.steps</code></td><td>2000</td><td>7</td>")
        .contains("not learned from</dt><dd>the classes 0, 1, 2, 4, 5, 6, 7, 8, 9; the split test");
  }

  @Test
  void without_its_data_the_page_says_what_is_missing() throws IOException {
    Path run = folder.resolve("without");
    Recipe recipe = Recipes.named("mnist-five-gan");
    RunFolder.create(run, recipe);
    try (Run opened = Run.open(run, Settings.dataIn(folder.resolve("nowhere")))) {
      RunReport report = RunReport.of(opened, CheckpointChoice.LATEST, 1, Progress.NONE);
      assertThat(report.leftOut().get("Networks")).startsWith("mnist: expected ");
    }
  }

  @Test
  void a_checkpoint_that_is_not_there_is_refused() {
    CheckpointChoice missing = CheckpointChoice.of(77);
    try (Run run = Run.open(gan, Settings.DEFAULT.withCheckpoint(missing))) {
      assertThatThrownBy(() -> RunReport.of(run, missing, 1, Progress.NONE))
          .isInstanceOf(UsageException.class)
          .hasMessage(gan + ": expected the step of a checkpoint, got 77. It has 6.");
    }
  }

  @Test
  void the_page_is_written_over_one_of_before() throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(file, "old");
    report(gan).write(file);
    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }
}
