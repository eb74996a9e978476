package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of {@code docs/chapters.md}, in its order: on sets of a few images of noise, two
 * steps in place of a training, two in place of a search.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChaptersTest {
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./figment (.*)$");
  private static final List<String> SHORT =
      List.of(
          "--steps=2",
          "--set=train.batch=4",
          "--set=watch.snapshots.grid=1x2",
          "--set=watch.validation.examples=4");
  private static final Set<String> OUTPUTS = Set.of("--out", "--run", "--init");

  @TempDir private static Path folder;

  @BeforeAll
  static void writeTheSets() {
    SmallSets.write(folder.resolve("data"), 80);
  }

  @TestFactory
  Stream<DynamicTest> the_command_does_what_it_says() throws IOException {
    Matcher commands = COMMAND.matcher(Files.readString(Path.of("../docs/chapters.md")));
    return commands
        .results()
        .map(each -> each.group(1))
        .map(command -> DynamicTest.dynamicTest(command, () -> run(command)))
        .toList()
        .stream();
  }

  private static void run(String command) {
    List<String> words = new ArrayList<>();
    String previous = "";
    for (String word : command.split(" ")) {
      words.add(isPlace(word, previous) ? folder.resolve(word).toString() : word);
      previous = word;
    }
    Console console = Console.run(shortened(words).toArray(String[]::new));
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).isNotBlank();
  }

  private static boolean isPlace(String word, String previous) {
    return OUTPUTS.contains(previous)
        || word.startsWith("runs/")
        || word.endsWith(".safetensors")
        || previous.equals("--data-dir");
  }

  private static List<String> shortened(List<String> words) {
    List<String> shorter = new ArrayList<>(words);
    int checkpoint = shorter.indexOf("--checkpoint");
    if (checkpoint >= 0) {
      shorter.set(checkpoint + 1, "2");
    }
    int steps = shorter.indexOf("--steps");
    if (steps >= 0) {
      shorter.set(steps + 1, "2");
    }
    switch (words.get(0)) {
      case "train" -> {
        shorter.addAll(SHORT);
        if (words.get(1).equals("fashion-pretrained-classifier")) {
          shorter.add("--set=model.pretrainedClassifier.labels=20");
        }
      }
      case "map" -> replace(shorter, "--count", "36");
      case "evaluate" -> replace(shorter, "--examples", "10");
      default -> {}
    }
    return shorter;
  }

  private static void replace(List<String> words, String option, String value) {
    int place = words.indexOf(option);
    if (place >= 0) {
      words.set(place + 1, value);
    }
  }
}
