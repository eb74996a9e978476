package dev.figment.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {
  private static final JavaClasses COMMAND =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.figment.cli");

  @Test
  void the_command_knows_no_engine() {
    noClasses().should().dependOnClassesThat().resideInAPackage("org.bytedeco..").check(COMMAND);
  }

  @Test
  void commands_print_where_they_are_told_to() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("tests and pipes read spec.commandLine().getOut() and getErr()")
        .check(COMMAND);
  }
}
