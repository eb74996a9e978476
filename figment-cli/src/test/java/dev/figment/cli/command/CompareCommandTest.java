package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompareCommandTest {
  @TempDir private static Path folder;
  private static Path plain;
  private static Path deep;

  @BeforeAll
  static void train() {
    plain = folder.resolve("plain");
    deep = folder.resolve("deep");
    assertThat(TinyGan.train(plain, "--steps=4").code()).isZero();
    assertThat(
            TinyGan.train(
                    deep,
                    "--steps=2",
                    "--set=model.gan.discriminator=[flatten, {dense: 4}, {dense: 1}]")
                .code())
        .isZero();
  }

  private static Console compare(Object... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "compare";
    for (int i = 0; i < arguments.length; i++) {
      words[i + 1] = arguments[i].toString();
    }
    return Console.run(words);
  }

  @Test
  void last_values_are_listed_and_curves_are_drawn() throws IOException {
    Path out = folder.resolve("curves.png");
    Console console = compare(plain, deep, "--out", out);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.err())
        .isEqualTo(
            "curves:   %s%npictures: %s%n".formatted(out, folder.resolve("curves-grids.png")));
    assertThat(console.out())
        .startsWith("1: " + plain + "\n2: " + deep + "\n")
        .containsPattern("\nrecipe +glyphs-dcgan +glyphs-dcgan\n")
        .containsPattern("\nstep +4 +2\n")
        .containsPattern("\ntime +0:\\d\\d:\\d\\d +0:\\d\\d:\\d\\d\n")
        .containsPattern("\nimages/s +\\d+ +\\d+\n")
        .containsPattern("\nmodel.gan.discriminator.1.dense.units +1 +4\n")
        .containsPattern("\ntrain.steps +4 +2\n")
        .containsPattern("\nloss/discriminator +[\\d.]+ +[\\d.]+\n")
        .containsPattern("\nloss/real +[\\d.]+ +[\\d.]+\n")
        .containsPattern("\nevaluationAccuracy/fake +[\\d.]+ +[\\d.]+\n")
        .doesNotContain("scores/");
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(2400);
    int grid = 2 + 5 * (56 + 2);
    assertThat(ImageIO.read(folder.resolve("curves-grids.png").toFile()).getWidth())
        .isEqualTo(16 + 2 * (grid + 16));
  }

  /** A copy of a run's numbers, measured by a metric. */
  private static Path measured(Path run, String name, double value, int reference)
      throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    Files.copy(run.resolve("recipe.yaml"), copy.resolve("recipe.yaml"));
    Files.copy(run.resolve("stats.jsonl"), copy.resolve("stats.jsonl"));
    Files.writeString(
        copy.resolve("metrics.jsonl"),
        """
        {"step":4,"samples":"train","swd10k":%s,"standardErrors":{"swd10k":0.25},\
        "protocol":{"reference":%d,"seed":1}}
        """
            .formatted(value, reference));
    return copy;
  }

  @Test
  void metrics_are_ranked_where_they_were_measured_alike() throws IOException {
    Path good = measured(plain, "good", 2.5, 60000);
    Path bad = measured(plain, "bad", 3.5, 60000);
    Path otherwise = measured(plain, "otherwise", 1.5, 10000);
    Path out = folder.resolve("metrics.png");
    Console ranked = compare(good, bad, "--out", out);
    assertThat(ranked.out())
        .containsPattern("\nswd10k best +2\\.50 ± 0\\.25 at 4 \\* +3\\.50 ± 0\\.25 at 4\n")
        .doesNotContain("swd10k last", "not ranked");
    assertThat(ranked.err()).contains("no picture of good: ").doesNotContain("pictures:");
    assertThat(compare(good, bad, otherwise, "--out", out).out())
        .endsWith("swd10k: not ranked: 1 and 3: reference: 60000, 10000\n")
        .doesNotContain("*");
  }

  @Test
  void a_page_of_it_is_made_where_it_is_asked_for() {
    Path page = folder.resolve("page.html");
    Console console =
        compare(plain, deep, "--html", page, "--seed=3", "--out", folder.resolve("page.png"));
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.err()).endsWith("page:     " + page + "\n");
    assertThat(page)
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("Drawn with seed 3", "<svg", "model.gan.discriminator.1.dense.units");
  }

  @Test
  void as_json_each_run_has_its_last_values() {
    Path out = folder.resolve("curves.svg");
    JsonNode report =
        JsonMapper.shared().readTree(compare(plain, deep, "--json", "--out", out).out());
    assertThat(report.get("picture").asString()).isEqualTo(out.toString());
    assertThat(report.get("grids").asString()).endsWith("curves-grids.png");
    assertThat(report.get("page").isNull()).isTrue();
    assertThat(report.get("differences").get("train.steps").toString()).isEqualTo("[\"4\",\"2\"]");
    assertThat(report.get("metrics")).isEmpty();
    assertThat(report.get("runs").get(0).get("seconds").asDouble()).isPositive();
    assertThat(report.get("runs").get(1).get("run").asString()).isEqualTo(deep.toString());
    assertThat(report.get("runs").get(1).get("recipe").asString()).isEqualTo("glyphs-dcgan");
    assertThat(report.get("runs").get(0).get("step").asLong()).isEqualTo(4);
    assertThat(report.get("runs").get(0).get("last").get("loss/generator").asDouble()).isPositive();
    assertThat(out).content().contains(">plain<", ">deep<", ">steps<");
  }

  @Test
  void one_run_is_compared_with_nothing() {
    assertThat(compare(plain))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: compare: expected two runs or more, each once, got " + plain + "\n"));
    assertThat(compare().code()).isEqualTo(2);
  }

  @Test
  void runs_without_common_statistics_are_compared_without_curves() throws IOException {
    Path vae = Files.createDirectory(folder.resolve("vae"));
    Files.writeString(vae.resolve("recipe.yaml"), Console.run("show", "fashion-vae").out());
    Files.writeString(vae.resolve("stats.jsonl"), "{\"step\":20,\"loss/vae\":300.5}\n");
    Path out = folder.resolve("none.png");
    Console console = compare(plain, vae, "--out", out);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.err())
        .startsWith("curves:   none in common\npictures: ")
        .contains("no picture of vae: ");
    assertThat(out).doesNotExist();
    assertThat(console.out())
        .containsPattern("\nstep +4 +20\n")
        .containsPattern("\nmodel.gan.generator: \\d+ values differ \\(--html, --json\\)\n");
  }

  @Test
  void what_is_no_run_and_where_to_are_checked_first() {
    assertThat(compare(plain, folder.resolve("none")).err())
        .isEqualTo(
            "figment: "
                + folder.resolve("none")
                + " is no run: expected a folder with recipe.yaml in it. See all with: figment"
                + " runs\n");
    assertThat(compare(plain, deep, "--html=x.htm").err())
        .isEqualTo("figment: --html: expected a file that ends in .html, got x.htm.\n");
    assertThat(compare(plain, deep, "--out=x.jpg").err())
        .isEqualTo("figment: --out: expected a file that ends in .png or .svg, got x.jpg.\n");
  }
}
