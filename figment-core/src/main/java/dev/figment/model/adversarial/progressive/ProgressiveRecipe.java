package dev.figment.model.adversarial.progressive;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.data.ExampleForm;
import dev.figment.loss.Drift;
import dev.figment.loss.GradientPenalty;
import dev.figment.loss.Penalty;
import dev.figment.loss.Wasserstein;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.AdversarialOptions;
import dev.figment.model.adversarial.Ema;
import dev.figment.model.adversarial.Optimizers;
import dev.figment.model.adversarial.Parts;
import dev.figment.nn.Architecture;
import dev.figment.nn.MinibatchStandardDeviation;
import dev.figment.optim.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A GAN whose networks grow with the resolution, as a recipe describes it.
 *
 * <p>The source makes batches smaller as images become larger (128 at 4×4, 16 from 128×128 on, on
 * one GPU), to have more of them at first. Here a batch is the recipe's {@code train.batch} at
 * every resolution, and so is the learning rate.
 *
 * @param latent how many standard normal numbers the generator starts from; 512 in the source
 * @param start the side of the first images, at least 2; the data's side is this doubled some times
 * @param channels how wide the networks are
 * @param schedule when they grow
 * @param group of the minibatch standard deviation; batches divide into such
 * @param penalties on the critic; where none are given, a {@link GradientPenalty} of weight 10 and
 *     a {@link Drift} of weight 0.001
 * @param ema the moving average of the generator, for samples
 * @param optimizer of both networks; Adam at 1e-3 with β₁ 0, β₂ 0.99 and ε 1e-8 in the source
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>
 */
public record ProgressiveRecipe(
    @JsonProperty(defaultValue = "128") int latent,
    @JsonProperty(defaultValue = "4") int start,
    @JsonProperty(defaultValue = "null") Channels channels,
    @JsonProperty(defaultValue = "null") GrowthSchedule schedule,
    @JsonProperty(defaultValue = "4") int group,
    @JsonProperty(defaultValue = "null") List<Penalty> penalties,
    @JsonProperty(defaultValue = "null") Ema ema,
    Rule optimizer)
    implements ModelRecipe {
  private static final List<Penalty> PENALTIES =
      List.of(new GradientPenalty(10, false), new Drift(0.001));

  public ProgressiveRecipe {
    require(latent >= 1, "progressiveGan: latent must be at least 1, got %d", latent);
    require(start >= 2, "progressiveGan: start must be at least 2, got %d", start);
    require(group >= 1, "progressiveGan: group must be at least 1, got %d", group);
    channels = channels == null ? Channels.SMALL : channels;
    schedule = schedule == null ? GrowthSchedule.DEFAULT : schedule;
    penalties = penalties == null ? PENALTIES : List.copyOf(penalties);
    ema = ema == null ? Ema.DEFAULT : ema;
    options(optimizer, penalties); // refuses what cannot be paced
  }

  /** One that begins at 4×4, with the channels and the schedule of a small CPU. */
  public static ProgressiveRecipe of(Rule optimizer) {
    return Defaults.record(ProgressiveRecipe.class, optimizer);
  }

  public ProgressiveRecipe withLatent(int latent) {
    return Defaults.with(this, "latent", latent);
  }

  public ProgressiveRecipe withStart(int start) {
    return Defaults.with(this, "start", start);
  }

  public ProgressiveRecipe withChannels(Channels channels) {
    return Defaults.with(this, "channels", channels);
  }

  public ProgressiveRecipe withSchedule(GrowthSchedule schedule) {
    return Defaults.with(this, "schedule", schedule);
  }

  public ProgressiveRecipe withGroup(int group) {
    return Defaults.with(this, "group", group);
  }

  public ProgressiveRecipe withPenalties(Penalty... penalties) {
    return Defaults.with(this, "penalties", List.of(penalties));
  }

  public ProgressiveRecipe withEma(Ema ema) {
    return Defaults.with(this, "ema", ema);
  }

  /** How the two networks learn against each other. */
  AdversarialOptions options() {
    return options(optimizer, penalties);
  }

  private static AdversarialOptions options(Rule optimizer, List<Penalty> penalties) {
    return AdversarialOptions.of(
        "progressiveGan", new Wasserstein(), Optimizers.same(optimizer), penalties);
  }

  @Override
  public Map<String, List<String>> parts(ExampleForm form) {
    return Parts.of(architectures(form));
  }

  /**
   * Both trunks and the generator's moving average, each followed by its layers to or from images,
   * the lowest resolution first.
   */
  @Override
  public List<Architecture> architectures(ExampleForm form) {
    Plan plan = Plan.of(this, form);
    List<Architecture> all = new ArrayList<>(List.of(plan.generator("generator")));
    all.addAll(plan.toImages("toImage"));
    all.add(plan.discriminator("discriminator"));
    all.addAll(plan.fromImages("fromImage"));
    all.add(plan.generator("ema"));
    all.addAll(plan.toImages("emaToImage"));
    return all;
  }

  @Override
  public int realExamples(int batch) {
    MinibatchStandardDeviation.requireGroups(
        "train.batch with model.progressiveGan.group", batch, group);
    return batch;
  }

  @Override
  public Model create(ModelContext context) {
    realExamples(context.batch());
    return new ProgressiveGan(this, Plan.of(this, context.form()), context);
  }
}
