package dev.figment.train;

import dev.figment.nn.Architecture;
import dev.figment.nn.BatchDependence;
import dev.figment.nn.Layer;
import dev.figment.nn.Sparsity;
import dev.figment.nn.SpectralNormalization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where accumulated gradients are not those of one large batch. They are its mean wherever a loss
 * is a mean over examples that are treated one by one; layers that look at a batch as a whole see
 * {@code train.batch} examples at a time. So do losses that compare means of a batch, such as
 * feature matching; and whatever is drawn at random, as dropout is, is drawn in another order.
 */
public final class MicroBatches {
  private MicroBatches() {}

  /**
   * The layers because of which an update differs from that of one large batch, in words; none
   * where batches are not accumulated.
   */
  public static List<String> differences(List<Architecture> networks, TrainRecipe train) {
    Map<String, TreeSet<String>> effects = new LinkedHashMap<>();
    if (train.accumulate() > 1) {
      for (Architecture network : networks) {
        network
            .allLayers()
            .filter(each -> !effect(each).isEmpty())
            .forEach(
                layer ->
                    effects
                        .computeIfAbsent(layer.kind() + " %s" + effect(layer), x -> new TreeSet<>())
                        .add(network.name()));
      }
    }
    List<String> words = new ArrayList<>();
    effects.forEach(
        (effect, names) ->
            words.add(
                effect.formatted(
                    "(%s) ".formatted(String.join(", ", names)),
                    train.batch(),
                    train.effectiveBatch())));
    return words;
  }

  private static String effect(Layer layer) {
    if (layer.batchDependence() == BatchDependence.STATISTICS) {
      return "normalizes by statistics of %d examples, not of %d";
    }
    if (layer.batchDependence() == BatchDependence.COMPARISON) {
      return "compares %d examples, not %d";
    }
    if (layer instanceof Sparsity) {
      return "takes mean activities of %d examples, not of %d";
    }
    if (layer instanceof SpectralNormalization) {
      return "takes a step of its power method for each %d examples, not for %d";
    }
    return "";
  }
}
