package dev.figment.run;

import dev.figment.DataException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.model.Codec;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.model.Validated;
import dev.figment.recipe.Recipe;
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
record Watchers(RunFolder folder, Recipe recipe, RunData data, Device device) {
  private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

  /**
   * @param about what checkpoints say of themselves
   * @param watching who else watches
   */
  List<Listener> of(TrainingState state, Map<String, String> about, List<Listener> watching) {
    WatchRecipe watch = recipe.watch();
    Checkpoints checkpoints = folder.checkpoints(watch.checkpoints().keep());
    List<Listener> listeners = new ArrayList<>();
    listeners.add(new StatisticsLog(folder));
    listeners.add(new CheckpointKeeper(checkpoints, state, watch, about));
    listeners.add(new GanWarnings(LOG::warn));
    if (state.model() instanceof Validated model) {
      addValidation(listeners, model, watching);
    }
    listeners.add(
        new Harmless(new LossChart(folder, recipe.recipe(), watch.checkpoints().schedule())));
    addPictures(listeners, state.model());
    listeners.addAll(watching);
    return listeners;
  }

  private void addValidation(List<Listener> to, Validated model, List<Listener> watching) {
    try {
      ImageSet test = test();
      to.add(new ValidationLog(folder, recipe, model, test, device, watching));
      to.add(new Harmless(new ValidationChart(folder, recipe)));
      to.add(new AccuracyTable(folder));
    } catch (DataException e) {
      LOG.warn("training goes on without validation: {}", e.getMessage());
    }
  }

  private ImageSet test() {
    ImageSet test = data.of(Split.TEST);
    Integer most = recipe.watch().validation().examples();
    return most == null || most >= test.size()
        ? test
        : test.only(IntStream.range(0, most).toArray());
  }

  private void addPictures(List<Listener> to, Model model) {
    if (model instanceof Sampler sampler) {
      to.add(new Harmless(new Snapshots(folder, recipe, data.learned(), sampler, device)));
    }
    if (model instanceof Codec codec && data.learned().holdsBytes()) {
      to.add(new Harmless(new ReconstructionSnapshots(folder, recipe, data, codec, device)));
    }
  }
}
