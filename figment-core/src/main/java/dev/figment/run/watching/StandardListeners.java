package dev.figment.run.watching;

import dev.figment.DataException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.DataSplits;
import dev.figment.model.Codec;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.model.Validated;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Device;
import dev.figment.train.Checkpoints;
import dev.figment.train.Listener;
import dev.figment.train.TrainingState;
import dev.figment.train.WatchRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who watches a training into its folder: what matters before what is only looked at. */
public record StandardListeners(RunFolder folder, Recipe recipe, DataSplits data, Device device) {
  private static final Logger LOG = LoggerFactory.getLogger(StandardListeners.class);

  /**
   * @param about what checkpoints say of themselves
   * @param watching who else watches
   */
  public List<Listener> of(
      TrainingState state, Map<String, String> about, List<Listener> watching) {
    WatchRecipe watch = recipe.watch();
    Checkpoints checkpoints = folder.checkpoints(watch.checkpoints().keep());
    List<Listener> listeners = new ArrayList<>();
    listeners.add(new StatisticsLog(folder));
    listeners.add(new CheckpointKeeper(checkpoints, state, watch, about));
    listeners.add(new GanWarnings(LOG::warn));
    ImageSet test = test(state.model());
    if (test != null && state.model() instanceof Validated model) {
      addValidation(listeners, model, test, watching);
    }
    listeners.add(
        new FailSafeListener(
            new LossChart(folder, recipe.recipe(), watch.checkpoints().schedule())));
    addPictures(listeners, state.model(), test);
    listeners.addAll(watching);
    return listeners;
  }

  /** The test split, of a model that is shown it; null where there is none, and it is said once. */
  private ImageSet test(Model model) {
    if (!(model instanceof Validated) && !(model instanceof Codec)) {
      return null;
    }
    try {
      return data.of(Split.TEST);
    } catch (DataException e) {
      LOG.warn("training goes on without validation: {}", e.getMessage());
      return null;
    }
  }

  private void addValidation(
      List<Listener> to, Validated model, ImageSet test, List<Listener> watching) {
    to.add(new ValidationLog(folder, recipe, model, validated(test), device, watching));
    to.add(new FailSafeListener(new ValidationChart(folder, recipe)));
    to.add(new AccuracyTable(folder));
  }

  private ImageSet validated(ImageSet test) {
    Integer most = recipe.watch().validation().examples();
    return most == null || most >= test.size()
        ? test
        : test.only(IntStream.range(0, most).toArray());
  }

  private void addPictures(List<Listener> to, Model model, ImageSet test) {
    if (model instanceof Sampler sampler) {
      to.add(new FailSafeListener(new Snapshots(folder, recipe, data.training(), sampler, device)));
    }
    if (model instanceof Codec codec && data.training().holdsBytes()) {
      ImageSet shown = test == null ? data.training() : test;
      to.add(
          new FailSafeListener(new ReconstructionSnapshots(folder, recipe, shown, codec, device)));
    }
  }
}
