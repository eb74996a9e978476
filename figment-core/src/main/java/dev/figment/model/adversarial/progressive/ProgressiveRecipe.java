package dev.figment.model.adversarial.progressive;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.data.ExampleForm;
import dev.figment.loss.Drift;
import dev.figment.loss.GradientPenalty;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.Ema;
import dev.figment.nn.Architecture;
import dev.figment.nn.MinibatchStandardDeviation;
import dev.figment.optim.Rule;
import java.util.ArrayList;
import java.util.List;

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
 * @param gradientPenalty λ of the {@link GradientPenalty}
 * @param drift ε of the {@link Drift}
 * @param average of the generator, for samples
 * @param optimizer of both networks; Adam at 1e-3 with β₁ 0, β₂ 0.99 and ε 1e-8 in the source
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>
 */
public record ProgressiveRecipe(
    @JsonProperty(defaultValue = "128") int latent,
    @JsonProperty(defaultValue = "4") int start,
    @JsonProperty(defaultValue = "null") Channels channels,
    @JsonProperty(defaultValue = "null") GrowthSchedule schedule,
    @JsonProperty(defaultValue = "4") int group,
    @JsonProperty(defaultValue = "10") double gradientPenalty,
    @JsonProperty(defaultValue = "0.001") double drift,
    @JsonProperty(defaultValue = "null") Ema average,
    Rule optimizer)
    implements ModelRecipe {
  public ProgressiveRecipe {
    require(latent >= 1, "progressiveGan: latent must be at least 1, got %d", latent);
    require(start >= 2, "progressiveGan: start must be at least 2, got %d", start);
    require(group >= 1, "progressiveGan: group must be at least 1, got %d", group);
    require(
        gradientPenalty >= 0,
        "progressiveGan: gradientPenalty must be at least 0, got %s",
        gradientPenalty);
    require(drift >= 0, "progressiveGan: drift must be at least 0, got %s", drift);
    channels = channels == null ? Channels.SMALL : channels;
    schedule = schedule == null ? GrowthSchedule.DEFAULT : schedule;
    average = average == null ? Ema.USUAL : average;
  }

  /**
   * Both trunks and the generator's average, each followed by its layers to or from images, the
   * lowest resolution first.
   */
  @Override
  public List<Architecture> architectures(ExampleForm form) {
    Plan plan = Plan.of(this, form);
    List<Architecture> all = new ArrayList<>(List.of(plan.generator("generator")));
    all.addAll(plan.toImages("toImage"));
    all.add(plan.discriminator("discriminator"));
    all.addAll(plan.fromImages("fromImage"));
    all.add(plan.generator("average"));
    all.addAll(plan.toImages("averageToImage"));
    return all;
  }

  @Override
  public int realExamples(int batch) {
    MinibatchStandardDeviation.requireGroups(
        "train.batch with model.progressiveGan.group", batch, group);
    return batch;
  }

  @Override
  public Model create(ModelContext setup) {
    realExamples(setup.batch());
    return new ProgressiveGan(this, Plan.of(this, setup.form()), setup);
  }
}
