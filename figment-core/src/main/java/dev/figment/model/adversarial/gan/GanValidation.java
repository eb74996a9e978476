package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import dev.figment.UsageException;
import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.LeastSquares;
import dev.figment.nn.Architecture;
import dev.figment.nn.BatchNormalization;
import dev.figment.nn.ConditionalBatchNormalization;
import dev.figment.nn.Layer;
import dev.figment.nn.MinibatchDiscrimination;
import dev.figment.nn.MinibatchStandardDeviation;
import dev.figment.nn.Residual;
import dev.figment.nn.TimeDistributed;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What of a GAN's recipe does not go together, each refusal with its reason. */
final class GanValidation {
  private GanValidation() {}

  static void checkTargets(AdversarialLoss loss, Targets targets) {
    require(
        loss.usesTargets() || targets.equals(Targets.PLAIN),
        "gan: targets are for losses that are told what to say of an example, such as"
            + " binaryCrossEntropy, and %s is not. Leave targets out.",
        nameOf(loss));
    require(
        loss.generatorUsesTarget() || targets.generator().equals(Targets.PLAIN.generator()),
        "gan: with %s the generator has no target. Leave targets.generator out.",
        nameOf(loss));
    require(
        loss.generatorUsesTarget() || targets.real().middle() >= targets.fake().middle(),
        "gan: with %s the generator wants high outputs, and targets say that low ones are real."
            + " Make targets.real higher than targets.fake.",
        nameOf(loss));
    checkDirection(loss, targets);
  }

  /** Refuses targets with which the generator would want to be found out. */
  private static void checkDirection(AdversarialLoss loss, Targets targets) {
    double goal = targets.generator().middle();
    double real = targets.real().middle();
    double fake = targets.fake().middle();
    require(
        !loss.generatorUsesTarget() || Math.abs(goal - real) <= Math.abs(goal - fake),
        "gan: expected targets.generator to be as near to targets.real as to targets.fake, got %s"
            + " with %s and %s: the generator would learn to be told apart. Set it to what real"
            + " examples are told.",
        goal,
        real,
        fake);
  }

  /** Refuses a bounded last layer before a loss of unbounded numbers. */
  static void checkEnd(GanRecipe recipe, Architecture tells) {
    boolean isOfClasses =
        recipe.labels() != null && recipe.labels().mode() == Labels.Mode.AUXILIARY;
    boolean anyEnd =
        recipe.loss().takesLogits() || recipe.loss() instanceof LeastSquares && !isOfClasses;
    require(
        anyEnd || tells.logits().equals(tells),
        "gan: %s takes any numbers, and the discriminator ends in an activation that bounds them."
            + " Leave it out, for example: dense: %d.",
        nameOf(recipe.loss()),
        tells.output().count());
  }

  private static String nameOf(AdversarialLoss loss) {
    return AdversarialLoss.KINDS.entrySet().stream()
        .filter(kind -> kind.getValue() == loss.getClass())
        .map(kind -> kind.getKey())
        .findFirst()
        .orElse(loss.getClass().getSimpleName());
  }

  static void checkPenalties(Stabilisers stabilisers, Updates updates, List<Layer> discriminator) {
    require(
        stabilisers.gradientPenalty() == null || updates == Updates.MIXED,
        "gan: gradientPenalty looks between real and generated examples, which never meet with"
            + " updates: separate. Set updates to mixed.");
    for (String penalty : stabilisers.onSlopes().keySet()) {
      for (int i = 0; i < discriminator.size(); i++) {
        for (Layer each : ofWholeBatches(discriminator.get(i))) {
          throw new UsageException(
              "gan: %s takes the discriminator's slope at each example by itself, and %s in"
                  + " discriminator/%d makes what it says of one depend on the others. Leave it"
                  + " out; spectralNormalization can wrap layers instead.",
              penalty, each.kind(), i);
        }
      }
    }
  }

  private static List<Layer> ofWholeBatches(Layer layer) {
    return within(layer)
        .filter(
            each ->
                each instanceof BatchNormalization || each instanceof ConditionalBatchNormalization)
        .toList();
  }

  /** Those that tell an example what its companions are like. */
  static List<Layer> comparing(Layer layer) {
    return within(layer)
        .filter(
            each ->
                each instanceof MinibatchStandardDeviation
                    || each instanceof MinibatchDiscrimination)
        .toList();
  }

  /** Whether what a network makes of an example depends on what else is in its batch. */
  static boolean looksAtBatches(List<Layer> layers) {
    return layers.stream()
        .anyMatch(each -> !ofWholeBatches(each).isEmpty() || !comparing(each).isEmpty());
  }

  /**
   * Refuses batches that do not divide into the groups that the discriminator compares.
   *
   * @param batch the recipe's {@code train.batch}
   */
  static void checkGroups(GanRecipe recipe, int batch) {
    for (int i = 0; i < recipe.discriminator().size(); i++) {
      for (int group : groups(recipe.discriminator().get(i))) {
        require(
            divides(recipe, batch, group),
            "train.batch: expected one with which the discriminator meets batches that divide into"
                + " the groups of %d of discriminator/%d minibatchStandardDeviation, got %d, with"
                + " which it meets %s. %d fits.",
            group,
            i,
            batch,
            met(recipe, batch),
            IntStream.iterate(batch + 1, each -> each + 1)
                .filter(each -> divides(recipe, each, group))
                .findFirst()
                .getAsInt());
      }
    }
  }

  private static List<Integer> groups(Layer layer) {
    return within(layer, MinibatchStandardDeviation.class).stream()
        .map(MinibatchStandardDeviation::group)
        .toList();
  }

  private static boolean divides(GanRecipe recipe, int batch, int group) {
    return met(recipe, batch).stream().allMatch(each -> each > 0 && each % group == 0);
  }

  /** The sizes of the batches that the discriminator meets. */
  private static List<Integer> met(GanRecipe recipe, int batch) {
    return Stream.of(recipe.reals().of(batch), batch).distinct().toList();
  }

  /** Those of a kind among a layer, or the layers that it is made of. */
  static <T extends Layer> List<T> within(Layer layer, Class<T> kind) {
    return within(layer).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** A layer, or the layers that it is made of. */
  private static Stream<Layer> within(Layer layer) {
    if (layer instanceof Residual residual) {
      return Stream.concat(residual.layers().stream(), residual.shortcut().stream())
          .flatMap(GanValidation::within);
    }
    return layer instanceof TimeDistributed each ? within(each.layer()) : Stream.of(layer);
  }
}
