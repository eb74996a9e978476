package dev.figment.run.watching;

import dev.figment.DataException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.model.AdversarialModel;
import dev.figment.model.Codec;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.model.Validated;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Listener;
import dev.figment.train.Schedule;
import dev.figment.train.TrainingState;
import dev.figment.train.WatchRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What writes a training into its folder: what is measured and drawn of a step before the
 * checkpoint that vouches for it. {@code Run} has them by itself; a program that has a {@code
 * Model} of its own hands them to its trainer:
 *
 * <pre>{@code
 * RunFolder folder = RunFolder.create(Path.of("runs/mine"));
 * WatchContext context = WatchContext.of(folder, data, Range.ZERO_TO_ONE);
 * new Trainer(state, new StandardListeners(context).of(state)).run();
 * }</pre>
 *
 * <p>A training goes on where {@code folder.checkpoints().newestResumable()} is restored first.
 */
public record StandardListeners(WatchContext context) {
  private static final String PICTURE = "a picture is missing";
  private static final String TABLE = "a table is missing";
  private static final String EVENTS = "TensorBoard lacks events";

  /**
   * Those of a training whose checkpoints say nothing of themselves.
   *
   * @param others listen after them, to each validation too
   */
  public List<Listener> of(TrainingState state, Listener... others) {
    return of(state, Map.of(), List.of(others));
  }

  /**
   * @param metadata what checkpoints say of themselves
   * @param others listen after them, to each validation too
   */
  public List<Listener> of(
      TrainingState state, Map<String, String> metadata, List<Listener> others) {
    RunFolder folder = context.folder();
    TextLog log = new TextLog(context, state.model());
    PatientLines statistics = new PatientLines(new JsonLines(folder.statistics()), log::warn);
    PatientLines metrics = new PatientLines(new JsonLines(folder.metrics()), log::warn);
    CheckpointKeeper keeper =
        new CheckpointKeeper(
            folder, state, context.watch(), metadata, List.of(statistics, metrics), log::warn);
    List<Listener> listeners = new ArrayList<>();
    listeners.add(new CutBack(folder));
    listeners.add(keeper.atEnd());
    listeners.add(new StatisticsLog(statistics));
    listeners.add(new GanWarnings(log::warn));
    addMeasures(listeners, state, metrics, log, others);
    if (context.watch().tensorBoard().any()) {
      listeners.add(new FailSafeListener(new EventLog(context), EVENTS, log::warn));
    }
    listeners.add(keeper);
    listeners.add(log);
    listeners.addAll(others);
    return listeners;
  }

  private void addMeasures(
      List<Listener> to,
      TrainingState state,
      PatientLines metrics,
      TextLog log,
      List<Listener> others) {
    TimeAxis axis = TimeAxis.of(state.clock().length());
    ImageSet test = test(state.model(), log);
    if (test != null && state.model() instanceof Validated model) {
      to.add(new ValidationLog(context, metrics, model, validated(test), others));
      to.add(drawing(new ValidationChart(context.folder(), context.title(), axis), log));
      to.add(new FailSafeListener(new AccuracyTable(context.folder()), TABLE, log::warn));
    }
    if (state.model() instanceof AdversarialModel model) {
      model
          .accuracyMeasure()
          .map(
              measure -> new AccuracyLog(context, metrics, measure, state.batches().size(), others))
          .ifPresent(to::add);
    }
    WatchRecipe.Metrics ofSamples = context.watch().metrics();
    if (ofSamples != null) {
      to.add(SampleMetricLog.of(context, metrics, ofSamples, state.model()));
      to.add(drawing(new SampleMetricChart(context.folder(), ofSamples, axis), log));
    }
    addCharts(to, axis, log);
    addPictures(to, state.model(), test, log);
  }

  /** The test split, of a model that is shown it; null where there is none, and it is said once. */
  private @Nullable ImageSet test(Model model, TextLog log) {
    if (!(model instanceof Validated) && !(model instanceof Codec)) {
      return null;
    }
    try {
      return context.data().of(Split.TEST);
    } catch (DataException e) {
      log.warn("training goes on without validation: " + e.getMessage());
      return null;
    }
  }

  private ImageSet validated(ImageSet test) {
    Integer most = context.watch().validation().examples();
    return most == null || most >= test.size()
        ? test
        : test.only(IntStream.range(0, most).toArray());
  }

  private static Listener drawing(Listener listener, TextLog log) {
    return new FailSafeListener(listener, PICTURE, log::warn);
  }

  private void addCharts(List<Listener> to, TimeAxis axis, TextLog log) {
    LearningCharts charts = new LearningCharts(context.folder(), context.title(), axis);
    Schedule schedule = context.watch().checkpoints().schedule();
    for (Runnable each :
        List.<Runnable>of(charts::drawLosses, charts::drawAccuracies, charts::drawScatter)) {
      to.add(drawing(new DrawnWhenDue(schedule, each), log));
    }
  }

  private void addPictures(List<Listener> to, Model model, @Nullable ImageSet test, TextLog log) {
    ImageSet training = context.data().training();
    if (model instanceof Sampler sampler) {
      to.add(drawing(new Snapshots(context, sampler), log));
    }
    if (model instanceof Codec codec && training.holdsBytes()) {
      ImageSet images = test == null ? training : test;
      to.add(drawing(new ReconstructionSnapshots(context, images, codec), log));
    }
  }
}
