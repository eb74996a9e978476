package dev.figment;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the code to the design, and the rules to their word: each catches a class that breaks it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.figment");
  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("dev.figment.broken");

  private static final Predicate<String> CORE_HAS =
      name -> Files.isDirectory(SOURCES.resolve("dev/figment").resolve(name));

  static List<ArchRule> rules() {
    return rulesOf("dev.figment");
  }

  static List<ArchRule> rulesOfTheBroken() {
    return rulesOf("dev.figment.broken");
  }

  private static List<ArchRule> rulesOf(String root) {
    return Stream.of(new Architecture(root).all(), new Rooms(root).all())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_core_keeps_the_rule(ArchRule rule) {
    rule.check(CORE);
  }

  @ParameterizedTest
  @MethodSource("rulesOfTheBroken")
  void a_class_that_breaks_the_rule_is_caught(ArchRule rule) {
    assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
  }

  @Test
  void a_package_that_leans_upwards_and_one_without_a_place_are_both_named() {
    List<String> broken =
        new Architecture("dev.figment.broken")
            .packages_lean_only_on_those_below_them()
            .evaluate(BROKEN)
            .getFailureReport()
            .getDetails();
    assertThat(broken)
        .anyMatch(line -> line.contains("tensor.LeansUpwards") && line.contains("nn.Below"))
        .anyMatch(line -> line.endsWith("newcomer.WithoutPlace is in a package without a place"));
  }

  @Test
  void each_room_that_leans_on_one_behind_it_is_named_and_one_without_a_place() {
    List<String> broken =
        new Rooms("dev.figment.broken")
            .rooms_lean_only_on_those_before_them()
            .evaluate(BROKEN)
            .getFailureReport()
            .getDetails();
    assertThat(broken)
        .anyMatch(line -> line.contains("LooksUpstairs.set"))
        .anyMatch(line -> line.contains("KnowsItsSister.other"))
        .anyMatch(line -> line.contains("KnowsAnotherFamily"))
        .anyMatch(line -> line.endsWith("annex.WithoutRoom is in a room without a place"))
        .noneMatch(line -> line.contains("train.KnowsAFamily"));
  }

  @Test
  void a_package_that_knows_a_family_of_models_is_named() {
    List<String> broken =
        new Rooms("dev.figment.broken")
            .families_of_models_are_known_by_name_to_recipes_alone()
            .evaluate(BROKEN)
            .getFailureReport()
            .getDetails();
    assertThat(broken).isNotEmpty().allMatch(line -> line.contains("train.KnowsAFamily"));
  }

  @Test
  void the_map_of_the_library_has_all_packages_in_their_order() throws IOException {
    String map = Files.readString(SOURCES.resolve("dev/figment/package-info.java"));
    List<String> named =
        Pattern.compile("\\{@code\\s+(?:\\* )?([a-z]+)}")
            .matcher(map)
            .results()
            .map(name -> name.group(1))
            .toList();
    assertThat(named).isEqualTo(Architecture.ORDER.stream().filter(CORE_HAS).toList());
  }

  @Test
  void every_package_has_a_map() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<Path> packages =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .collect(Collectors.toSet());
      assertThat(packages).isNotEmpty();
      assertThat(packages)
          .allSatisfy(each -> assertThat(each.resolve("package-info.java")).exists());
    }
  }
}
