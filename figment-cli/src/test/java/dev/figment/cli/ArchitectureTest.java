package dev.figment.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

  @Test
  void no_rooms_lean_on_each_other_in_a_circle() {
    slices().matching("dev.figment.(cli..)").should().beFreeOfCycles().check(COMMAND);
  }

  @Test
  void each_room_leans_only_on_those_below_it() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.figment.cli..")
        .layer("entry")
        .definedBy("dev.figment.cli")
        .layer("command")
        .definedBy("dev.figment.cli.command")
        .layer("option")
        .definedBy("dev.figment.cli.option")
        .layer("latent")
        .definedBy("dev.figment.cli.latent")
        .layer("progress")
        .definedBy("dev.figment.cli.progress")
        .layer("report")
        .definedBy("dev.figment.cli.report")
        .ensureAllClassesAreContainedInArchitecture()
        .whereLayer("entry")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("command")
        .mayOnlyBeAccessedByLayers("entry")
        .whereLayer("option")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("latent")
        .mayOnlyBeAccessedByLayers("command", "option")
        .whereLayer("progress")
        .mayOnlyBeAccessedByLayers("command", "option")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("entry", "command", "option", "progress")
        .check(COMMAND);
  }
}
