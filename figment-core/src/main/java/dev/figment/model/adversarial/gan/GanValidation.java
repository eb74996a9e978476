package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import dev.figment.UsageException;
import dev.figment.catalogue.Catalogue;
import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.Penalty;
import dev.figment.model.adversarial.AdversarialOptions;
import dev.figment.model.adversarial.Targets;
import dev.figment.nn.Architecture;
import dev.figment.nn.BatchDependence;
import dev.figment.nn.Layer;
import java.util.List;
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
  static void checkEnd(GanRecipe recipe, Architecture discriminator) {
    boolean isOfClasses =
        recipe.labels() != null && recipe.labels().mode() == Labels.Mode.AUXILIARY;
    boolean anyEnd =
        recipe.loss().takesLogits() || recipe.loss().takesBoundedOutputs() && !isOfClasses;
    require(
        anyEnd || discriminator.logits().equals(discriminator),
        "gan: %s takes any numbers, and the discriminator ends in an activation that bounds them."
            + " Leave it out, for example: dense: %d.",
        nameOf(recipe.loss()),
        discriminator.output().count());
  }

  private static String nameOf(AdversarialLoss loss) {
    return Catalogue.wordFor(AdversarialLoss.class, loss.getClass());
  }

  /** Refuses gradients at single examples where layers make them depend on the batch. */
  static void checkPenalties(List<Penalty> penalties, List<Layer> discriminator) {
    for (Penalty penalty : penalties) {
      for (int i = 0; penalty.isOfGradient() && i < discriminator.size(); i++) {
        for (Layer each : dependent(discriminator.get(i), BatchDependence.STATISTICS)) {
          throw new UsageException(
              "gan: %s takes the discriminator's slope at each example by itself, and %s in"
                  + " discriminator/%d makes what it says of one depend on the others. Leave it"
                  + " out; spectralNormalization can wrap layers instead.",
              AdversarialOptions.name(penalty), each.kind(), i);
        }
      }
    }
  }

  /** Those of a layer, and of what it holds, that depend on the batch in one way. */
  static List<Layer> dependent(Layer layer, BatchDependence way) {
    return layer.withDescendants().filter(each -> each.batchDependence() == way).toList();
  }

  /**
   * Refuses batches that do not divide into the groups that the discriminator compares.
   *
   * @param batch the recipe's {@code train.batch}
   */
  static void checkGroups(GanRecipe recipe, int batch) {
    for (int i = 0; i < recipe.discriminator().size(); i++) {
      for (Layer layer : recipe.discriminator().get(i).withDescendants().toList()) {
        if (!divides(recipe, batch, layer.group())) {
          throw new UsageException(
              "train.batch: expected one with which the discriminator meets batches that divide"
                  + " into the groups of %d of discriminator/%d %s, got %d, with which it meets %s."
                  + " %d fits.",
              layer.group(),
              i,
              layer.kind(),
              batch,
              batches(recipe, batch),
              fitting(recipe, batch, layer));
        }
      }
    }
  }

  private static boolean divides(GanRecipe recipe, int batch, int group) {
    require(group >= 1, "gan: a group of a batch has at least 1 example, got %d", group);
    return batches(recipe, batch).stream().allMatch(each -> each > 0 && each % group == 0);
  }

  /** The next larger batch: a multiple of the group, or of two groups where half of it is real. */
  private static long fitting(GanRecipe recipe, int batch, Layer layer) {
    long group = (long) layer.group() * (recipe.reals() == Reals.HALF ? 2 : 1);
    return (batch / group + 1) * group;
  }

  /** The sizes of the batches that the discriminator meets. */
  private static List<Integer> batches(GanRecipe recipe, int batch) {
    return Stream.of(recipe.reals().of(batch), batch).distinct().toList();
  }

  /** Those of a kind among a layer and the layers that it holds. */
  static <T extends Layer> List<T> within(Layer layer, Class<T> kind) {
    return layer.withDescendants().filter(kind::isInstance).map(kind::cast).toList();
  }
}
