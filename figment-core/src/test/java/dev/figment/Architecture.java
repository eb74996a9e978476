package dev.figment;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;

/** The rules of the house for the packages under {@code root}; each bites in ArchitectureTest. */
record Architecture(String root) {
  /** From the ground up: a package leans only on those before it. */
  static final List<String> ORDER =
      List.of(
          "catalogue",
          "tensor",
          "format",
          "nn",
          "exchange",
          "optim",
          "loss",
          "data",
          "latent",
          "model",
          "picture",
          "metric",
          "train",
          "classifier",
          "recipe",
          "run");

  ArchRule packages_lean_only_on_those_below_them() {
    return classes()
        .should(leanDownwards())
        .because("the order is " + String.join(", ", ORDER) + "; a new package takes its place")
        .allowEmptyShould(true);
  }

  ArchRule no_package_is_part_of_a_cycle() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  ArchRule the_engine_is_known_to_the_tensor_package_alone() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".tensor", root + ".distributed")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .allowEmptyShould(true);
  }

  ArchRule the_library_is_silent() {
    return noClasses()
        .should(ACCESS_STANDARD_STREAMS)
        .because("a library returns, throws or logs; the command prints")
        .allowEmptyShould(true);
  }

  ArchRule memory_is_freed_by_its_owner() {
    return noClasses()
        .should()
        .callMethod(System.class, "gc")
        .orShould()
        .callMethod(Runtime.class, "gc")
        .because("a scope owns native memory")
        .allowEmptyShould(true);
  }

  ArchRule no_package_is_a_drawer() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..")
        .because("what helps an idea lives with it, or becomes an idea with a name")
        .allowEmptyShould(true);
  }

  List<ArchRule> all() {
    return List.of(
        packages_lean_only_on_those_below_them(),
        no_package_is_part_of_a_cycle(),
        the_engine_is_known_to_the_tensor_package_alone(),
        the_library_is_silent(),
        memory_is_freed_by_its_owner(),
        no_package_is_a_drawer());
  }

  private ArchCondition<JavaClass> leanDownwards() {
    return new ArchCondition<>("lean only on packages below their own") {
      @Override
      public void check(JavaClass each, ConditionEvents events) {
        int own = floor(each);
        if (own > ORDER.size()) {
          events.add(violated(each, each.getName() + " is in a package without a place"));
        }
        for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (isOurs(target) && floor(target) > own) {
            events.add(violated(each, dependency.getDescription()));
          }
        }
      }
    };
  }

  private boolean isOurs(JavaClass each) {
    return (each.getPackageName() + ".").startsWith(root + ".");
  }

  /** 0 for the root package, then 1 for the first of the order; what is not in it comes last. */
  private int floor(JavaClass each) {
    if (each.getPackageName().equals(root)) {
      return 0;
    }
    String name = each.getPackageName().substring(root.length() + 1).split("\\.")[0];
    return ORDER.contains(name) ? ORDER.indexOf(name) + 1 : ORDER.size() + 1;
  }
}
