package dev.figment.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.Progress;
import dev.figment.format.MarkupText;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.Tiny;
import dev.figment.run.TinyCodecs;
import dev.figment.run.folder.CheckpointChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a browser, where this system has one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserTest {
  private static final String EVIL =
      "<script>document.title = 'ran'; console.error('ran')</script>"
          + "<img src='http://example.org/x.png'>";

  @TempDir private static Path folder;
  private static Browser browser;
  private static Path gan;
  private static Path vae;

  @BeforeAll
  static void makePages() {
    browser = Browser.required(folder);
    Recipe recipe = Tiny.recipe(folder).with("watch.snapshots.everySteps", 2);
    gan = page(Tiny.train(folder.resolve("gan"), recipe));
    vae = page(TinyCodecs.train(folder.resolve("vae"), TinyCodecs.vae(folder.resolve("codecs"))));
  }

  private static Path page(Path run) {
    Path file = run.resolve("report.html");
    try (Run opened = Run.open(run, Settings.DEFAULT)) {
      RunReport.of(opened, CheckpointChoice.LATEST, 1, Progress.NONE).write(file);
    }
    return file;
  }

  static Stream<Path> pages() {
    return Stream.of(gan, vae);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void it_opens_without_an_error_and_without_a_request(Path page) throws Exception {
    Browser.Visit visit = browser.visit(page);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
    assertThat(visit.document()).contains("Model card", "</html>");
  }

  @Test
  void its_script_shows_the_last_snapshot_and_the_controls() throws Exception {
    assertThat(browser.visit(gan).document())
        .contains("class=\"player playing\"", "aria-valuetext=\"step 6 · ", "class=\"controls\">")
        .containsPattern("<figure class=\"on-paper shown\"><img [^>]*alt=\"Snapshot at step 6 ");
  }

  @Test
  void markup_that_slipped_in_would_neither_run_nor_load() throws Exception {
    String page = Files.readString(gan).replace("</body>", EVIL + "</body>");
    Browser.Visit visit = browser.visit(file("evil.html", page));
    assertThat(visit.document()).contains("example.org", "<title>tiny · Figment report</title>");
    assertThat(visit.requests()).isEmpty();
    assertThat(visit.console()).hasSize(2).allMatch(each -> each.contains("Content Security"));
  }

  @Test
  void without_its_policy_it_would_have_so_that_these_tests_can_fail() throws Exception {
    String page = Files.readString(gan).replace("</body>", EVIL + "</body>");
    Browser.Visit visit =
        browser.visit(file("open.html", page.replaceFirst("<meta http-equiv=[^>]*>", "")));
    assertThat(visit.document()).contains("<title>ran</title>");
    assertThat(visit.requests()).isNotEmpty().allMatch(each -> each.contains("example.org"));
    assertThat(visit.console()).hasSize(1);
  }

  /** In a frame, since a window cannot be as narrow as a phone. */
  @ParameterizedTest
  @ValueSource(ints = {360, 390, 1280})
  void it_never_scrolls_sideways(int width) throws Exception {
    for (Path page : List.of(gan, vae)) {
      String frame =
          """
          <iframe id="f" width="%d" height="800" style="border: 0" srcdoc="%s"></iframe>
          <script>
            f.onload = () => {
              const page = f.contentDocument.documentElement;
              document.title = f.contentWindow.innerWidth + ' ' + page.scrollWidth;
            };
          </script>
          """
              .formatted(width, MarkupText.escaped(Files.readString(page)));
      assertThat(browser.visit(file("frame.html", frame)).document())
          .contains("<title>%1$d %1$d</title>".formatted(width));
    }
  }

  private static Path file(String name, String page) throws IOException {
    return Files.writeString(folder.resolve(name), page);
  }
}
