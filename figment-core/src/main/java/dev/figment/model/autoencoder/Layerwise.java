package dev.figment.model.autoencoder;

import dev.figment.data.Batch;
import dev.figment.loss.MeanSquaredError;
import dev.figment.model.Losses;
import dev.figment.model.Phase;
import dev.figment.model.autoencoder.LayerPairs.Pair;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.Optimizer;
import dev.figment.optim.Rule;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Greedy layer-wise training: the outermost pair of layers learns to reconstruct the examples, the
 * next to reconstruct what the first, now frozen, makes of them, and so on inwards; then the whole
 * is tuned.
 *
 * @see <a href="https://papers.nips.cc/paper/3048">Bengio et al. 2007, section 3</a>: theirs
 *     corrupt nothing either, and use cross-entropy throughout where inner pairs here use squared
 *     error
 */
final class Layerwise {
  private final AutoencoderRecipe recipe;
  private final Network encoder;
  private final Network decoder;
  private final Network output;
  private final Supplier<Pass> training;

  /**
   * @param output the decoder as its loss takes it
   */
  Layerwise(
      AutoencoderRecipe recipe,
      Network encoder,
      Network decoder,
      Network output,
      Supplier<Pass> training) {
    this.recipe = recipe;
    this.encoder = encoder;
    this.decoder = decoder;
    this.output = output;
    this.training = training;
  }

  private AutoencoderRecipe.Greedy greedy() {
    return Objects.requireNonNull(recipe.layerwise());
  }

  /** The phases of the pairs, one after the other. */
  List<Phase> phases() {
    List<Pair> pairs = LayerPairs.of(encoder.architecture(), decoder.architecture());
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      boolean outermost = i == 0;
      Rule rule = outermost ? recipe.optimizer() : greedy().optimizer();
      Parameters parameters = parameters(pair);
      double from = i * greedy().epochs();
      phases.add(
          Phase.of(
                  "pair" + (i + 1),
                  batch -> outermost ? reconstruct(batch, pair) : imitate(batch, pair),
                  parameters,
                  new Optimizer(rule, parameters))
              .during(from, from + greedy().epochs()));
    }
    return phases;
  }

  /** The epoch with which tuning the whole begins. */
  double end() {
    return greedy().epochs() * LayerPairs.of(encoder.architecture(), decoder.architecture()).size();
  }

  private Parameters parameters(Pair pair) {
    Map<String, Parameters> both = new LinkedHashMap<>();
    both.put("encoder", encoder.parametersOf(pair.encoderFrom(), pair.encoderTo()));
    both.put("decoder", decoder.parametersOf(pair.decoderFrom(), pair.decoderTo()));
    return Parameters.joined(both).trainable();
  }

  private Losses reconstruct(Batch batch, Pair pair) {
    Pass pass = training.get();
    Tensor reconstruction = through(output, batch.examples(), pair, pass);
    return Losses.of(recipe.loss().of(reconstruction, batch.examples()), pass);
  }

  private Losses imitate(Batch batch, Pair pair) {
    Tensor activities;
    try (Gradients.Paused paused = Gradients.pause()) {
      activities = encoder.applyPart(0, pair.encoderFrom(), batch.examples(), Pass.inference());
    }
    Pass pass = training.get();
    Tensor reconstruction = through(decoder, activities, pair, pass);
    return Losses.of(MeanSquaredError.of(reconstruction, activities), pass);
  }

  private Tensor through(Network back, Tensor x, Pair pair, Pass pass) {
    Tensor coding = encoder.applyPart(pair.encoderFrom(), pair.encoderTo(), x, pass);
    return back.applyPart(pair.decoderFrom(), pair.decoderTo(), coding, pass);
  }
}
