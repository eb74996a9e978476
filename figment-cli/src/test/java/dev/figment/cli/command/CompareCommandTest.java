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
    assertThat(console.err()).isEqualTo("curves:   " + out + "\n");
    assertThat(console.out())
        .startsWith("1: " + plain + "\n2: " + deep + "\n")
        .containsPattern("\nstep +4 +2\n")
        .containsPattern("\nloss/discriminator +[\\d.]+ +[\\d.]+\n")
        .containsPattern("\nloss/real +[\\d.]+ +[\\d.]+\n")
        .containsPattern("\nevaluationAccuracy/fake +[\\d.]+ +[\\d.]+\n")
        .doesNotContain("scores/");
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(2400);
  }

  @Test
  void as_json_each_run_has_its_last_values() {
    Path out = folder.resolve("curves.svg");
    JsonNode report =
        JsonMapper.shared().readTree(compare(plain, deep, "--json", "--out", out).out());
    assertThat(report.get("picture").asString()).isEqualTo(out.toString());
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
  void runs_without_common_statistics_are_refused_with_what_each_has() throws IOException {
    Path vae = Files.createDirectory(folder.resolve("vae"));
    Files.writeString(vae.resolve("recipe.yaml"), Console.run("show", "fashion-vae").out());
    Files.writeString(vae.resolve("stats.jsonl"), "{\"step\":20,\"loss/vae\":300.5}\n");
    assertThat(compare(plain, vae))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: compare: expected runs with common statistics: "
                    + plain
                    + " has loss/discriminator, loss/fake, loss/generator, loss/real,"
                    + " accuracy/fake, accuracy/real, evaluationAccuracy/fake,"
                    + " evaluationAccuracy/real; "
                    + vae
                    + " has loss/vae.\n"));
  }

  @Test
  void what_is_no_run_and_where_to_are_checked_first() {
    assertThat(compare(plain, folder.resolve("none")).err())
        .isEqualTo(
            "figment: "
                + folder.resolve("none")
                + " is no run: expected a folder with recipe.yaml in it. See all with: figment"
                + " runs\n");
    assertThat(compare(plain, deep, "--out=x.jpg").err())
        .isEqualTo("figment: --out: expected a file that ends in .png or .svg, got x.jpg.\n");
  }
}
