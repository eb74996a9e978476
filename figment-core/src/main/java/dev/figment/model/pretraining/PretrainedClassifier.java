package dev.figment.model.pretraining;

import dev.figment.data.Batch;
import dev.figment.model.Codec;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.model.Validated;
import dev.figment.model.autoencoder.Autoencoder;
import dev.figment.nn.Network;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is an encoder that has seen many examples without labels a better start for a classifier that
 * sees few with them? In the first part of the training an autoencoder learns from all examples.
 * Then its encoder is copied into a classifier for each seed, whose head learns from the labeled
 * examples while the encoder is frozen, and then the encoder with it. Beside them the same
 * classifiers learn from scratch, from the same labels, in as many steps.
 *
 * <p>A step of the second and third part draws {@code train.batch} of the labeled examples for each
 * classifier. Clocks go on counting all examples, as if they were still shown.
 *
 * @see <a href="https://www.jmlr.org/papers/v11/erhan10a.html">Erhan et al. 2010</a>: they pretrain
 *     a layer at a time, and tune without a frozen part
 */
public final class PretrainedClassifier implements Model, Codec, Validated {
  private final PretrainedClassifierRecipe recipe;
  private final Autoencoder autoencoder;
  private final Classifiers pretrained;
  private final Classifiers scratch;
  private final List<Phase> phases;
  private TrainingPosition now = TrainingPosition.START;

  PretrainedClassifier(
      PretrainedClassifierRecipe recipe,
      Autoencoder autoencoder,
      Classifiers pretrained,
      Classifiers scratch) {
    this.recipe = recipe;
    this.autoencoder = autoencoder;
    this.pretrained = pretrained;
    this.scratch = scratch;
    this.phases = plan();
  }

  private List<Phase> plan() {
    double frozen = recipe.epochs().autoencoder();
    double fineTuned = frozen + recipe.epochs().frozen();
    double end = Double.POSITIVE_INFINITY;
    PretrainedClassifierRecipe.Optimizers rules = recipe.optimizer();
    List<Phase> phases = new ArrayList<>();
    for (Phase each : autoencoder.phases()) {
      phases.add(each.during(each.from(), Math.min(each.until(), frozen)));
    }
    phases.add(
        pretrained
            .phase("frozen", Classifier::logitsOfFrozen, Classifier::head, rules.frozen())
            .during(frozen, fineTuned));
    phases.add(
        pretrained
            .phase("fineTuned", Classifier::logits, Classifier::all, rules.fineTuned())
            .during(fineTuned, end));
    phases.add(
        scratch
            .phase("scratch", Classifier::logits, Classifier::all, rules.scratch())
            .during(frozen, end));
    return List.copyOf(phases);
  }

  /** The encoder is handed over when its part of the training is done. */
  @Override
  public void advance(TrainingPosition before, TrainingPosition now) {
    this.now = now;
    if (now.epoch() == recipe.epochs().autoencoder()) { // one step exactly: epochs are whole steps
      pretrained.copyEncoder(autoencoder.networks().get(0));
    }
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    List<Network> networks = new ArrayList<>(autoencoder.networks());
    for (int seed = 0; seed < recipe.seeds(); seed++) {
      networks.add(pretrained.each().get(seed).network());
      networks.add(scratch.each().get(seed).network());
    }
    return networks;
  }

  @Override
  public int latentSize() {
    return autoencoder.latentSize();
  }

  @Override
  public Tensor encode(Tensor x, @Nullable Tensor classes) {
    return autoencoder.encode(x, null);
  }

  @Override
  public Tensor decode(Tensor z, @Nullable Tensor classes) {
    return autoencoder.decode(z, null);
  }

  /**
   * What the autoencoder measures and, of labeled examples, once classifiers learn, how often they
   * are right: {@code accuracy/frozen} or {@code accuracy/fineTuned}, by the part of the training;
   * {@code accuracy/scratch}; each of a seed as {@code seed1/accuracy/frozen}, too.
   */
  @Override
  public Map<String, Tensor> validate(Batch batch, RandomStream stream) {
    Map<String, Tensor> measured = new LinkedHashMap<>(autoencoder.validate(batch, stream));
    if (now.epoch() > recipe.epochs().autoencoder() && batch.labels() != null) {
      pretrained.measure("accuracy/" + part(), batch, measured);
      scratch.measure("accuracy/scratch", batch, measured);
    }
    return measured;
  }

  private String part() {
    int fineTuned = recipe.epochs().autoencoder() + recipe.epochs().frozen();
    return now.epoch() <= fineTuned ? "frozen" : "fineTuned";
  }
}
