package dev.figment.model.pretraining;

import dev.figment.data.Batch;
import dev.figment.loss.CategoricalCrossEntropy;
import dev.figment.model.Losses;
import dev.figment.model.Phase;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.Optimizer;
import dev.figment.optim.Rule;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The same classifier once for each seed, with first weights, labels and minibatches of its own.
 *
 * @param each in the order of the seeds
 * @param labeled what each may learn from; empty where nothing is trained
 * @param batch examples in a minibatch
 */
record Classifiers(
    List<Classifier> each, List<LabeledSubset> labeled, int batch, RandomStreams streams) {

  /** How a classifier gets from examples to logits. */
  interface Way {
    Tensor logits(Classifier classifier, Tensor x, Pass pass);
  }

  /**
   * A phase that trains all of them: its loss is the sum of theirs, so that each learns as if
   * alone.
   */
  Phase phase(String name, Way way, Function<Classifier, Parameters> moving, Rule rule) {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    each.forEach(classifier -> parts.put(classifier.name(), moving.apply(classifier)));
    Parameters parameters = Parameters.joined(parts);
    return Phase.of(name, all -> learn(way), parameters, new Optimizer(rule, parameters));
  }

  private Losses learn(Way way) {
    Pass pass = Pass.training(streams.of(StreamName.DROPOUT));
    Tensor total = loss(0, way, pass);
    for (int seed = 1; seed < each.size(); seed++) {
      total = total.plus(loss(seed, way, pass));
    }
    return Losses.of(total, pass);
  }

  private Tensor loss(int seed, Way way, Pass pass) {
    Classifier classifier = each.get(seed);
    Batch few =
        labeled
            .get(seed)
            .draw(batch, streams.of(new StreamName("minibatches/" + classifier.name())));
    Tensor logits = way.logits(classifier, few.examples(), pass);
    return CategoricalCrossEntropy.of(logits, Objects.requireNonNull(few.labels()));
  }

  /** How often they are right: of each seed as {@code seed1/NAME}, and the mean over seeds. */
  void measure(String name, Batch tried, Map<String, Tensor> measured) {
    Tensor labels = Objects.requireNonNull(tried.labels());
    Tensor mean = Tensor.zeros(tried.size()).to(labels.device());
    for (int seed = 0; seed < each.size(); seed++) {
      Tensor hits = each.get(seed).hits(tried.examples(), labels);
      measured.put("seed%d/%s".formatted(seed + 1, name), hits);
      mean.add(hits, 1);
    }
    measured.put(name, mean.scale(1.0 / each.size()));
  }

  /** Takes over what an encoder has learned, into each. */
  void copyEncoder(Network encoder) {
    each.forEach(classifier -> classifier.copyEncoder(encoder));
  }
}
