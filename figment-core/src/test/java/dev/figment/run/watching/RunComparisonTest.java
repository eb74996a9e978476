package dev.figment.run.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.folder.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunComparisonTest {
  private static final String TICK = "{'step':%d,'kimg':%d,'loss/generator':%s,'scores/real':0.5}";

  @TempDir Path folder;

  private RunFolder run(String name, String recipe, String... lines) throws IOException {
    return run(name, Recipes.named(recipe), lines);
  }

  private RunFolder run(String name, Recipe recipe, String... lines) throws IOException {
    RunFolder run = RunFolder.create(folder.resolve(name), recipe);
    Files.writeString(run.statistics(), json(lines));
    return run;
  }

  private static String json(String... lines) {
    return String.join("\n", lines).replace('\'', '"');
  }

  private RunFolder plain() throws IOException {
    return run("plain", "mnist-five-gan", TICK.formatted(1, 2, 0.7), TICK.formatted(2, 4, 0.9));
  }

  private static List<String> svg(RunComparison comparison, Path file) throws IOException {
    comparison.panels().write(file);
    return Files.readAllLines(file);
  }

  @Test
  void runs_are_told_by_their_last_values_of_what_all_of_them_have() throws IOException {
    RunFolder deep =
        run("deep", "mnist-five-gan-deep", "{'step':3,'loss/generator':0.5,'loss/kl':2}");
    Files.writeString(
        deep.metrics(),
        json(
            "{'step':4,'snapshot':'train','loss/generator':0.25}",
            "{'step':9,'evaluation':'test','loss/generator':7}"));
    RunComparison comparison = RunComparison.of(List.of(plain(), deep));
    assertThat(comparison.names()).containsExactly("loss/generator");
    assertThat(comparison.runs())
        .extracting(each -> each.recipe() + " " + each.step() + " " + each.last())
        .containsExactly(
            "mnist-five-gan 2 {loss/generator=0.9}", "mnist-five-gan-deep 4 {loss/generator=0.25}");
  }

  @Test
  void curves_are_over_steps_unless_a_length_is_in_kimg() throws IOException {
    RunFolder steps = run("steps", "mnist-five-gan", TICK.formatted(1, 2, 0.7));
    assertThat(svg(RunComparison.of(List.of(plain(), steps)), folder.resolve("steps.svg")))
        .anyMatch(line -> line.contains(">steps<"))
        .noneMatch(line -> line.contains(">kimg: "));
    RunFolder kimg = run("kimg", "flowers-style-gan", TICK.formatted(1, 2, 0.7));
    assertThat(svg(RunComparison.of(List.of(steps, kimg)), folder.resolve("kimg.svg")))
        .anyMatch(line -> line.contains(">kimg: thousands of real images shown<"));
  }

  @Test
  void runs_are_named_by_their_folders_and_by_paths_where_these_are_alike() throws IOException {
    RunFolder same = run("other/plain", "mnist-five-gan", TICK.formatted(1, 2, 0.7));
    RunFolder deep = run("deep", "mnist-five-gan", TICK.formatted(1, 2, 0.7));
    assertThat(svg(RunComparison.of(List.of(plain(), same, deep)), folder.resolve("all.svg")))
        .anyMatch(line -> line.contains(">deep<"))
        .anyMatch(line -> line.contains(same.path() + "<"))
        .noneMatch(line -> line.contains(">plain<"));
  }

  @Test
  void runs_without_common_statistics_have_no_curves_but_times() throws IOException {
    RunFolder vae = run("vae", "fashion-vae", "{'step':8,'kimg':3,'seconds':2,'loss/vae':1}");
    RunFolder none = run("none", "fashion-vae");
    RunComparison comparison = RunComparison.of(List.of(plain(), vae, none));
    assertThat(comparison.names()).isEmpty();
    assertThat(comparison.runs())
        .extracting(
            each -> each.label() + " " + each.step() + " " + Math.round(each.imagesPerSecond()))
        .containsExactly("plain 2 0", "vae 8 1500", "none 0 0");
  }

  @Test
  void two_different_runs_at_least_are_expected() throws IOException {
    RunFolder plain = plain();
    assertThatThrownBy(() -> RunComparison.of(List.of(plain)))
        .isInstanceOf(UsageException.class)
        .hasMessage("compare: expected two runs or more, each once, got %s", plain.path());
    assertThatThrownBy(() -> RunComparison.of(List.of(plain, plain)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("compare: expected two runs or more, each once, got ");
  }
}
