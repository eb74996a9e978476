package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/**
 * The README and docs: no command line names a command or option that does not exist, and nothing
 * waits to be filled in.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsTest {
  private static final Pattern BLOCK =
      Pattern.compile("```(?:console|bash|sh)\\R(.*?)```", Pattern.DOTALL);

  /** A command up to a comment, a pipe or a redirection. */
  private static final Pattern COMMAND =
      Pattern.compile("\\./figment((?: +(?:'[^']*'|[^\\s#>|&;)'])+)*)");

  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");

  private static final Pattern TOTALS =
      Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|[^|]*\\| ([\\d,]+) · ([\\d,]+) \\|");

  private static final Pattern PLACEHOLDER = Pattern.compile("@[A-Z]+@");

  static Stream<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path document : documents()) {
      Matcher block = BLOCK.matcher(Files.readString(document));
      while (block.find()) {
        COMMAND
            .matcher(block.group(1).replace("\\\n", " "))
            .results()
            .forEach(each -> commands.add(each.group(1).strip()));
      }
    }
    return commands.stream().distinct();
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("../docs"))) {
      return Stream.concat(
              Stream.of(Path.of("../README.md")),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void no_placeholder_is_left(Path document) throws IOException {
    assertThat(PLACEHOLDER.matcher(Files.readString(document)).results())
        .extracting(MatchResult::group)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void the_command_line_exists(String command) {
    ParseResult parsed = Main.commandLine().parseArgs(words(command));
    assertThat(parsed.unmatched()).isEmpty();
  }

  /** As the shell takes it, of single quotes. */
  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group().replace("'", ""))
        .toArray(String[]::new);
  }

  static Stream<String> trainings() throws IOException {
    return commands().filter(each -> each.startsWith("train ") && !each.contains(".yaml"));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void what_is_trained_is_a_recipe_with_values_that_it_can_have(String command) {
    String[] words = words(command);
    List<String> show = new ArrayList<>(List.of("show", words[1]));
    for (int i = 2; i < words.length; i++) {
      if (words[i].equals("--set")) {
        show.addAll(List.of("--set", words[i + 1]));
      }
    }
    Console console = Console.run(show.toArray(String[]::new));
    assertThat(console.code()).as(console.err()).isZero();
  }

  /** Rows of the README's tables that are of one recipe and have the totals of its two networks. */
  static Stream<Arguments> totals() throws IOException {
    return TOTALS
        .matcher(Files.readString(Path.of("../README.md")))
        .results()
        .map(row -> Arguments.of(row.group(1), row.group(2), row.group(3)));
  }

  @ParameterizedTest
  @MethodSource("totals")
  void the_readme_has_the_totals_of_the_summary(String recipe, String first, String second) {
    String summary = Console.run("summary", recipe).out();
    assertThat(Pattern.compile("total parameters: (.*)").matcher(summary).results())
        .extracting(total -> total.group(1))
        .startsWith(first, second);
  }

  /** Those that only read and print. */
  static Stream<String> cheapCommands() throws IOException {
    return commands()
        .filter(each -> each.matches("(recipes|show|summary|data list)\\b.*"))
        .filter(each -> !each.contains(".yaml") && !each.contains(".safetensors"));
  }

  @ParameterizedTest
  @MethodSource("cheapCommands")
  void a_command_line_that_only_prints_works(String command) {
    Console console = Console.run(words(command));
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).isNotBlank();
  }

  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void tests_that_are_named_are_there() throws IOException {
    Set<String> tests = new HashSet<>();
    for (String module : List.of("figment-core", "figment-cli", "figment-bench")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        files.forEach(file -> tests.add(String.valueOf(file.getFileName()).replace(".java", "")));
      }
    }
    for (Path document : documents()) {
      assertThat(TEST.matcher(Files.readString(document)).results().map(each -> each.group(1)))
          .as("named in %s", document)
          .isSubsetOf(tests);
    }
  }
}
