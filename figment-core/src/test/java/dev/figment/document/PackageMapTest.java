package dev.figment.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the packages name what exists; of links the compiler makes sure. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PackageMapTest {
  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");
  private static final Pattern TYPE = Pattern.compile("([a-z]+\\.)*[A-Z]\\w*[a-z]\\w*");
  private static final Pattern DOTTED = Pattern.compile("[a-z]+(\\.[a-z]+)+");
  private static final Pattern FILE =
      Pattern.compile(".*\\.(gif|json|jsonl|md|png|safetensors|txt|yaml)");

  /** What is said of leaning names packages, in single words too. */
  private static final Pattern LEANING = Pattern.compile("(?s)\\b(?:[Ll]ean|Use)[^.]*\\.\\s");

  private static final Set<String> OF_OTHERS = Set.of("org.bytedeco", "layer.weight");
  private static final MainSources SOURCES = MainSources.ofAllModules();

  static List<Path> maps() {
    return SOURCES.files().stream().filter(file -> file.endsWith("package-info.java")).toList();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void every_name_exists(Path map) throws IOException {
    assertThat(namesWithoutThing(Files.readString(map))).isEmpty();
  }

  @Test
  void names_of_nothing_are_caught() {
    assertThat(
            namesWithoutThing(
                """
                 * Start at {@code Layer} or {@code
                 * nn.Layer}, {@code Nobody}, {@code optim.Layer}; {@code run.cellar}, {@code run.yaml}.
                 * Leans on {@code nn} and {@code attic}. Takes {@code weight}.
                """))
        .containsExactly("Nobody", "optim.Layer", "run.cellar", "attic");
  }

  private static List<String> namesWithoutThing(String page) {
    String text = page.replaceAll("\\s*\\R \\* ?", " ");
    return CODE.matcher(text)
        .results()
        .filter(code -> names(code, text) && !SOURCES.have(code.group(1).strip()))
        .map(code -> code.group(1).strip())
        .toList();
  }

  private static boolean names(MatchResult code, String text) {
    String name = code.group(1).strip();
    boolean isPackage =
        DOTTED.matcher(name).matches() && !FILE.matcher(name).matches()
            || name.matches("[a-z]+") && isOfLeaning(code, text);
    return TYPE.matcher(name).matches() || isPackage && !OF_OTHERS.contains(name);
  }

  private static boolean isOfLeaning(MatchResult code, String text) {
    return LEANING
        .matcher(text)
        .results()
        .anyMatch(each -> each.start() < code.start() && code.end() <= each.end());
  }
}
