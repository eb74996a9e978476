package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportCommandTest {
  @TempDir private static Path folder;
  private static Path gan;
  private static Path vae;

  @BeforeAll
  static void train() {
    gan = folder.resolve("gan");
    vae = folder.resolve("vae");
    assertThat(TinyGan.train(gan, "--steps=4", "--set=watch.snapshots.everySteps=1").code())
        .isZero();
    assertThat(TinyCodecs.vae(vae).code()).isZero();
  }

  private static Console report(Path run, String... more) {
    return Console.run(
        Stream.concat(Stream.of("report", run.toString()), Stream.of(more)).toArray(String[]::new));
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  @Test
  void the_page_lies_in_the_run_and_what_it_has_not_is_said() throws IOException {
    Console console = report(gan);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).isEqualTo(gan.resolve("report.html") + "\n");
    assertThat(console.err())
        .matches(
            "left out: Metrics: nothing was measured yet: figment evaluate .*\n"
                + "left out: Map of the latent space: the model does not encode, .*\n"
                + "size:     0\\.\\d MB\n"
                + "next:     open it in a browser\n");
    assertThat(Files.readString(gan.resolve("report.html")))
        .contains("<h1>glyphs-dcgan</h1>", "at each of 4 snapshots", "Model card")
        .contains("figment train " + gan.resolve("recipe.yaml") + " --data-dir DATA --run AGAIN");
  }

  @Test
  void another_file_another_seed_and_a_page_written_over() throws IOException {
    Path out = folder.resolve("page.html");
    assertThat(report(gan, "--out=" + out).out()).isEqualTo(out + "\n");
    String first = Files.readString(out);
    assertThat(report(gan, "--out=" + out, "--seed=5").code()).isZero();
    assertThat(Files.readString(out)).isNotEqualTo(first).contains("Drawn with seed 5");
  }

  @Test
  void the_page_of_a_chosen_checkpoint_is_called_after_it() {
    assertThat(report(gan, "--checkpoint=4").out())
        .isEqualTo(gan.resolve("report-step4.html") + "\n");
    assertRefused(
        gan + ": expected the step of a checkpoint, got 3. It has 4.",
        report(gan, "--checkpoint=3"));
  }

  @Test
  void what_was_evaluated_is_in_the_page() throws IOException {
    Console evaluated = Console.run("evaluate", vae.toString(), "--examples=50");
    assertThat(evaluated.code()).as(evaluated.err()).isZero();
    report(vae);
    assertThat(Files.readString(vae.resolve("report.html")))
        .contains("<code>elbo</code>", "<h3>Of examples</h3>", "<dt>examples</dt><dd>50</dd>")
        .contains("by the two numbers of their points");
  }

  @Test
  void scripts_get_where_it_is_and_what_it_has_not() {
    JsonNode report = JsonMapper.shared().readTree(report(gan, "--json").out());
    assertThat(report.get("page").asString()).isEqualTo(gan.resolve("report.html").toString());
    assertThat(report.get("bytes").asLong()).isPositive();
    assertThat(report.get("leftOut").has("Map of the latent space")).isTrue();
  }

  @Test
  void what_is_no_run_or_no_page_is_refused() throws IOException {
    assertRefused(
        folder + " is no run: expected a folder with recipe.yaml in it. See all with: figment runs",
        report(folder));
    assertRefused(
        "--out: expected a file that ends in .html, got x.pdf.", report(gan, "--out=x.pdf"));
    Path weights = Files.writeString(folder.resolve("w.safetensors"), "");
    assertRefused(
        weights + ": expected the folder of a run, got a file. A page is made of a whole run.",
        report(weights));
  }
}
