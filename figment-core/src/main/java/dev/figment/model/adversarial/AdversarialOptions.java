package dev.figment.model.adversarial;

import static dev.figment.UsageException.require;

import dev.figment.catalogue.Catalogue;
import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.Penalty;
import dev.figment.optim.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a generator and a discriminator learn against each other, whatever networks they are.
 *
 * @param kind of model, for messages: {@code gan}
 * @param updates one update on both, or one on real and one on generated examples
 * @param discriminatorSteps updates of the discriminator for each one of the generator, at least 1
 * @param penalties on the discriminator, each kind at most once
 * @param weightClip the discriminator's parameters are brought back to ±this after each of its
 *     updates, as in <a href="https://arxiv.org/abs/1701.07875">Arjovsky et al. 2017</a>; null
 *     without
 * @param featureMatching weight of {@link dev.figment.loss.FeatureMatching} in the generator's
 *     loss; null without
 * @param historicalAveraging weight of {@link dev.figment.loss.HistoricalAveraging} in both losses;
 *     null without
 */
public record AdversarialOptions(
    String kind,
    AdversarialLoss loss,
    Optimizers optimizer,
    List<Penalty> penalties,
    Updates updates,
    Targets targets,
    int discriminatorSteps,
    @Nullable Double weightClip,
    @Nullable Double featureMatching,
    @Nullable Double historicalAveraging) {
  public AdversarialOptions {
    penalties = List.copyOf(penalties);
    require(
        discriminatorSteps >= 1,
        "%s: discriminatorSteps must be at least 1, got %d",
        kind,
        discriminatorSteps);
    require(
        weightClip == null || weightClip > 0,
        "%s: weightClip must be above 0, got %s",
        kind,
        weightClip);
    requireWeight(kind, "featureMatching", featureMatching);
    requireWeight(kind, "historicalAveraging", historicalAveraging);
    require(
        penalties.stream().map(Object::getClass).distinct().count() == penalties.size(),
        "%s: penalties: expected each kind at most once, got %s",
        kind,
        penalties);
    if (updates == Updates.SEPARATE) {
      require(
          loss.splits(),
          "%s: %s compares real and generated examples, which never meet with updates: separate."
              + " Set updates to mixed.",
          kind,
          loss.getClass().getSimpleName());
      penalties.forEach(each -> requireMixed(kind, each));
    }
    penalties.forEach(each -> requireRealsAlone(kind, each));
    pacedRule(kind, optimizer.discriminator(), penalties, 1); // refuses what cannot be paced
  }

  /** With one mixed update of each network in a step, and nothing but penalties beside the loss. */
  public static AdversarialOptions of(
      String kind, AdversarialLoss loss, Optimizers optimizer, List<Penalty> penalties) {
    return new AdversarialOptions(
        kind, loss, optimizer, penalties, Updates.MIXED, Targets.PLAIN, 1, null, null, null);
  }

  private static void requireWeight(String kind, String name, @Nullable Double weight) {
    require(weight == null || weight >= 0, "%s: %s must be at least 0, got %s", kind, name, weight);
  }

  private static void requireMixed(String kind, Penalty penalty) {
    require(
        !penalty.needsFakes(),
        "%s: %s looks between real and generated examples, which never meet with updates: separate."
            + " Set updates to mixed.",
        kind,
        name(penalty));
  }

  private static void requireRealsAlone(String kind, Penalty penalty) {
    require(
        penalty.every() == 1 || !penalty.needsFakes(),
        "%s: %s looks at generated examples, and with every above 1 it has an update on real ones"
            + " alone. Set every to 1.",
        kind,
        name(penalty));
  }

  /** What recipes and statistics call a penalty: {@code gradientPenalty}. */
  public static String name(Penalty penalty) {
    return Catalogue.wordFor(Penalty.class, penalty.getClass());
  }

  /** Penalties that are taken in each update on real examples, by name. */
  Map<String, Penalty> eachUpdate() {
    return penalties(1, 1);
  }

  /** Penalties that have an update of their own, by name. */
  Map<String, Penalty> lazy() {
    return penalties(2, Integer.MAX_VALUE);
  }

  private Map<String, Penalty> penalties(int least, int most) {
    Map<String, Penalty> chosen = new LinkedHashMap<>();
    penalties.stream()
        .filter(each -> each.every() >= least && each.every() <= most)
        .forEach(each -> chosen.put(name(each), each));
    return chosen;
  }

  /** The discriminator's rule, paced for the updates that lazy penalties add. */
  Rule discriminatorRule() {
    int updates = discriminatorSteps * (updates() == Updates.MIXED ? 1 : 2);
    return pacedRule(kind, optimizer.discriminator(), penalties, updates);
  }

  private static Rule pacedRule(String kind, Rule rule, List<Penalty> penalties, int updates) {
    Rule paced = rule;
    for (Penalty each : penalties) {
      if (each.every() > 1) {
        String what = "%s: %s with every above 1".formatted(kind, name(each));
        paced = LazyRule.paced(what, each.every() * updates, "optimizer.discriminator", paced);
      }
    }
    return paced;
  }
}
