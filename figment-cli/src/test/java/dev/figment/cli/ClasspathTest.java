package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.command.TinyGan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClasspathTest {
  @TempDir private static Path folder;
  private static Path jar;

  @BeforeAll
  static void a_layer_of_the_user() throws IOException {
    jar = UserJar.in(folder);
  }

  /** Processes of their own: recipes are read with what the first one found. */
  private static Subprocess summary(Map<String, String> environment, String... before)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(before));
    arguments.addAll(List.of("summary", "glyphs-dcgan"));
    arguments.add("--set=model.gan.discriminator=[flatten, passThrough, {dense: 1}]");
    return Subprocess.run(environment, arguments.toArray(String[]::new));
  }

  @Test
  void a_recipe_may_name_a_layer_of_a_jar() throws Exception {
    assertThat(summary(Map.of(), "--classpath", jar.toString()).said()).contains("1 passThrough");
  }

  @Test
  void jars_and_folders_of_classes_are_separated_as_java_does() throws Exception {
    String empty = Files.createDirectories(folder.resolve("empty")).toString();
    String both = empty + File.pathSeparator + folder.resolve("classes");
    assertThat(summary(Map.of(), "--classpath=" + both).said()).contains("1 passThrough");
  }

  @Test
  void without_the_option_the_variable_counts() throws Exception {
    assertThat(summary(Map.of("FIGMENT_CLASSPATH", jar.toString())).said())
        .contains("1 passThrough");
    assertThat(summary(Map.of("FIGMENT_CLASSPATH", "x.jar")))
        .isEqualTo(new Subprocess(2, refusal("FIGMENT_CLASSPATH", "x.jar", "does not exist")));
  }

  @Test
  void a_run_is_trained_and_read_with_the_layer() throws Exception {
    String run = folder.resolve("run").toString();
    List<String> train = new ArrayList<>(List.of("train", "--classpath", jar.toString()));
    train.addAll(TinyGan.recipe());
    train.addAll(
        List.of("--set=model.gan.discriminator=[flatten, passThrough, {dense: 1}]", "--steps=1"));
    train.add("--run=" + run);
    Subprocess trained = Subprocess.run(Map.of(), train.toArray(String[]::new));
    assertThat(trained.code()).as(trained.said()).isZero();
    Subprocess sampled =
        Subprocess.run(Map.of(), "sample", run, "--grid=1x1", "--classpath", jar.toString());
    assertThat(sampled.code()).as(sampled.said()).isZero();
    assertThat(Subprocess.run(Map.of(), "sample", run).said())
        .contains("unknown layer passThrough. Known: activityRegularization, ")
        .contains(". One of a library of yours: --classpath mine.jar");
  }

  @Test
  void what_is_neither_a_jar_nor_a_folder_is_refused_before_or_after_the_command() {
    Path text = jar.resolveSibling("sources").resolve("Mine.java");
    assertThat(Console.run("--classpath", text.toString(), "recipes"))
        .isEqualTo(new Console(2, "", refusal("--classpath", text.toString(), "is neither")));
    assertThat(Console.run("recipes", "--classpath=none.jar"))
        .isEqualTo(new Console(2, "", refusal("--classpath", "none.jar", "does not exist")));
  }

  private static String refusal(String place, String entry, String why) {
    return "figment: %s: expected jars or folders of classes, separated by %s, got %s, which %s.\n"
        .formatted(place, File.pathSeparator, entry, why);
  }

  @Test
  void afterwards_the_thread_has_its_class_loader_again() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    assertThat(Console.run("recipes", "--classpath", jar.toString()).code()).isZero();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }
}
