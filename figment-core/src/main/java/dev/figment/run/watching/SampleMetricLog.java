package dev.figment.run.watching;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.run.quality.Generator;
import dev.figment.run.quality.RealImages;
import dev.figment.run.quality.Reference;
import dev.figment.run.quality.SamplePlan;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.WatchRecipe;

/**
 * Metrics of samples in {@code metrics.jsonl} while a model trains: at each time the same points,
 * those that {@code figment evaluate} draws by itself. Streams of its own draw them, so that
 * looking never changes the outcome.
 */
final class SampleMetricLog implements Listener {
  private static final long SEED = 1;

  private final PatientLines log;
  private final WatchRecipe.Metrics recipe;
  private final SamplePlan plan;
  private final Generator generator;
  private final Reference reference;

  private SampleMetricLog(
      WatchContext context, PatientLines log, WatchRecipe.Metrics recipe, Generator generator) {
    this.log = log;
    this.recipe = recipe;
    this.plan = new SamplePlan(recipe.parsed());
    this.generator = generator;
    this.reference = new Reference(new RealImages(context.data()), null);
  }

  /**
   * @param log of metrics
   * @throws UsageException if the model does not sample, or its images cannot be measured so
   */
  static SampleMetricLog of(
      WatchContext context, PatientLines log, WatchRecipe.Metrics recipe, Model model) {
    UsageException.require(
        model instanceof Sampler,
        "watch.metrics: expected a model that samples, got one that can %s. Leave it out; figment"
            + " evaluate measures a plain autoencoder by points of a fitted mixture.",
        model.abilities());
    String weights = Generator.weightsOf(model);
    return new SampleMetricLog(
        context,
        log,
        recipe,
        Generator.ofNormal((Sampler) model, context.form(), context.device(), SEED, weights));
  }

  @Override
  public void onStart(Clock clock) {
    plan.check(generator, reference);
  }

  @Override
  public void onStep(Clock clock) {
    if (recipe.isDue(clock)) {
      log.append(plan.carryOut(generator, reference, clock.position(), Progress.NONE).toLine());
    }
  }

  @Override
  public void onEnd(Clock clock) {
    reference.close();
  }
}
