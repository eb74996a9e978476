package dev.figment;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;

/** The rules within a house: a package under {@code root} and the rooms below it. */
record Rooms(String root) {
  /** Each from the ground up: a room leans only on those before it, in one of these. */
  static final List<List<String>> ORDERS =
      List.of(
          List.of("data.image", "data", "data.reader", "data.download", "data.set"),
          List.of("model", "model.adversarial", "model.adversarial.gan"),
          List.of("model", "model.adversarial", "model.adversarial.progressive"),
          List.of("model", "model.adversarial", "model.adversarial.style"),
          List.of("model", "model.autoencoder", "model.pretraining"),
          List.of("model", "model.vae"),
          List.of("metric", "metric.feature", "metric.pixel"),
          List.of("train", "train.profile"),
          List.of(
              "run.folder",
              "run.exploration",
              "run.projection",
              "run.quality",
              "run.watching",
              "run",
              "run.evaluation",
              "run.report"));

  ArchRule rooms_lean_only_on_those_before_them() {
    return classes()
        .should(leanBackwards())
        .because("the orders are " + ORDERS + "; a new room takes its place")
        .allowEmptyShould(true);
  }

  ArchRule families_of_models_are_known_by_name_to_recipes_alone() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".model..", root + ".recipe..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".model.*..")
        .because("a family of one's own must go wherever those of Figment go")
        .allowEmptyShould(true);
  }

  List<ArchRule> all() {
    return List.of(
        rooms_lean_only_on_those_before_them(),
        families_of_models_are_known_by_name_to_recipes_alone());
  }

  private ArchCondition<JavaClass> leanBackwards() {
    return new ArchCondition<>("lean only on rooms before their own") {
      @Override
      public void check(JavaClass each, ConditionEvents events) {
        String own = room(each);
        if (own.contains(".") && !hasPlace(own)) {
          events.add(violated(each, each.getName() + " is in a room without a place"));
        }
        for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
          String target = room(dependency.getTargetClass().getBaseComponentType());
          if (isOneHouse(own, target) && !mayLean(own, target)) {
            events.add(violated(each, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The package below the root, as in {@code model.vae}; empty where it is not below it. */
  private String room(JavaClass each) {
    String name = each.getPackageName();
    return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
  }

  private static boolean hasPlace(String room) {
    return ORDERS.stream().anyMatch(order -> order.contains(room));
  }

  private static boolean isOneHouse(String one, String other) {
    return !one.equals(other) && one.split("\\.")[0].equals(other.split("\\.")[0]);
  }

  private static boolean mayLean(String own, String target) {
    return ORDERS.stream()
        .filter(order -> order.contains(target))
        .anyMatch(order -> order.indexOf(target) < order.indexOf(own));
  }
}
