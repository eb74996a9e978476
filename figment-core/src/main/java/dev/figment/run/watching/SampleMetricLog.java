package dev.figment.run.watching;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.picture.Chart;
import dev.figment.picture.ChartPanels;
import dev.figment.run.folder.SampleResult;
import dev.figment.run.folder.SampleResults;
import dev.figment.run.quality.Generator;
import dev.figment.run.quality.RealImages;
import dev.figment.run.quality.Reference;
import dev.figment.run.quality.SamplePlan;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.WatchRecipe;
import java.util.List;

/**
 * Metrics of samples in {@code metrics.jsonl} while a model trains, and as curves in {@code
 * metrics.png}: at each time the same points, those that {@code figment evaluate} draws by itself.
 * Streams of its own draw them, so that looking never changes the outcome.
 */
final class SampleMetricLog implements Listener {
  private static final long SEED = 1;

  private final WatchContext context;
  private final WatchRecipe.Metrics recipe;
  private final SamplePlan plan;
  private final Generator generator;
  private final Reference reference;
  private final TimeAxis axis;

  private SampleMetricLog(
      WatchContext context, WatchRecipe.Metrics recipe, Generator generator, TimeAxis axis) {
    this.context = context;
    this.recipe = recipe;
    this.plan = new SamplePlan(recipe.parsed());
    this.generator = generator;
    this.axis = axis;
    this.reference = new Reference(new RealImages(context.data()), null);
  }

  /**
   * @throws UsageException if the model does not sample, or its images cannot be measured so
   */
  static SampleMetricLog of(
      WatchContext context, WatchRecipe.Metrics recipe, Model model, TimeAxis axis) {
    UsageException.require(
        model instanceof Sampler,
        "watch.metrics: expected a model that samples, got one that can %s. Leave it out; figment"
            + " evaluate measures a plain autoencoder by points of a fitted mixture.",
        model.abilities());
    String weights = Generator.weightsOf(model);
    return new SampleMetricLog(
        context,
        recipe,
        Generator.ofNormal((Sampler) model, context.form(), context.device(), SEED, weights),
        axis);
  }

  @Override
  public void onStart(Clock clock) {
    plan.check(generator, reference);
  }

  @Override
  public void onStep(Clock clock) {
    if (recipe.isDue(clock)) {
      plan.carryOut(generator, reference, clock.position(), Progress.NONE).addTo(context.folder());
      draw();
    }
  }

  /** A panel for each metric, once there are two points. */
  private void draw() {
    SampleResults results = new SampleResults(context.folder());
    ChartPanels panels = ChartPanels.empty();
    for (String name : results.metrics()) {
      List<SampleResult> points = results.of(name);
      Chart chart = Chart.titled(name).xLabel(axis.label()).smoothing(0);
      panels = panels.add(chart.series(name, times(points), values(points, name)));
    }
    panels.write(context.folder().picture("metrics.png"));
  }

  private double[] times(List<SampleResult> points) {
    return points.stream()
        .mapToDouble(each -> axis == TimeAxis.KIMG ? each.kimg() : each.step())
        .toArray();
  }

  private static double[] values(List<SampleResult> points, String name) {
    return points.stream().mapToDouble(each -> each.values().get(name)).toArray();
  }

  @Override
  public void onEnd(Clock clock) {
    reference.close();
  }
}
