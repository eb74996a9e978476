package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.Penalty;
import dev.figment.model.Conditioning;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.AdversarialOptions;
import dev.figment.model.adversarial.Ema;
import dev.figment.model.adversarial.Optimizers;
import dev.figment.model.adversarial.Parts;
import dev.figment.model.adversarial.Targets;
import dev.figment.model.adversarial.Updates;
import dev.figment.nn.Architecture;
import dev.figment.nn.DiffAugment;
import dev.figment.nn.JoinedNetworks;
import dev.figment.nn.Layer;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GAN as a recipe describes it. Where a network has {@link
 * dev.figment.nn.VirtualBatchNormalization}, a reference chosen by the seed goes in front of each
 * of its batches: real examples for the discriminator, points for the generator.
 *
 * @param latent how many standard normal numbers the generator starts from
 * @param generator layers from (latent) to an example
 * @param discriminator layers from an example to one number; a final sigmoid is folded into a loss
 *     that takes logits
 * @param updates one update on both, or one on real and one on generated examples
 * @param reals whether real examples fill half of a batch, or one of their own
 * @param discriminatorSteps how often the discriminator learns for each time the generator does
 * @param labels how it learns classes; null where it is not told any
 * @param penalties what is added to the discriminator's loss to keep it in hand, each kind at most
 *     once
 * @param weightClip the discriminator's parameters are brought back to ±this after each of its
 *     updates, as in <a href="https://arxiv.org/abs/1701.07875">Arjovsky et al. 2017</a>; null
 *     without
 * @param featureMatching how much the distance between {@linkplain dev.figment.loss.FeatureMatching
 *     mean features} counts beside the generator's loss; features are what the discriminator's last
 *     layer with parameters is given; null without
 * @param historicalAveraging weight for both networks, of {@link
 *     dev.figment.loss.HistoricalAveraging}; null without
 * @param instanceNoise on what the discriminator sees; null without
 * @param augment what the discriminator sees, real and generated, whoever learns; null without
 * @param ema a second generator, the moving average of the first, for samples; null without
 * @param optimizer a rule for each network
 */
public record GanRecipe(
    int latent,
    List<Layer> generator,
    List<Layer> discriminator,
    @JsonProperty(defaultValue = "binaryCrossEntropy") AdversarialLoss loss,
    @JsonProperty(defaultValue = "null") Targets targets,
    @JsonProperty(defaultValue = "mixed") Updates updates,
    @JsonProperty(defaultValue = "half") Reals reals,
    @JsonProperty(defaultValue = "1") int discriminatorSteps,
    @JsonProperty(defaultValue = "null") @Nullable Labels labels,
    @JsonProperty(defaultValue = "null") List<Penalty> penalties,
    @JsonProperty(defaultValue = "null") @Nullable Double weightClip,
    @JsonProperty(defaultValue = "null") @Nullable Double featureMatching,
    @JsonProperty(defaultValue = "null") @Nullable Double historicalAveraging,
    @JsonProperty(defaultValue = "null") @Nullable InstanceNoise instanceNoise,
    @JsonProperty(defaultValue = "null") @Nullable DiffAugment augment,
    @JsonProperty(defaultValue = "null") @Nullable Ema ema,
    Optimizers optimizer)
    implements ModelRecipe {

  public GanRecipe {
    require(latent >= 1, "gan: latent must be at least 1, got %d", latent);
    require(!generator.isEmpty(), "gan: the generator has no layers");
    require(!discriminator.isEmpty(), "gan: the discriminator has no layers");
    targets = targets == null ? Targets.PLAIN : targets;
    penalties = penalties == null ? List.of() : List.copyOf(penalties);
    generator = List.copyOf(generator);
    discriminator = List.copyOf(discriminator);
    GanValidation.checkTargets(loss, targets);
    GanValidation.checkPenalties(penalties, discriminator);
    ReferenceValidation.check("generator", generator);
    ReferenceValidation.check("discriminator", discriminator);
    new AdversarialOptions( // refuses what they cannot be
        "gan",
        loss,
        optimizer,
        penalties,
        updates,
        targets,
        discriminatorSteps,
        weightClip,
        featureMatching,
        historicalAveraging);
  }

  /** One that learns by binary cross-entropy, and has nothing that can be left out. */
  public static GanRecipe of(
      int latent, List<Layer> generator, List<Layer> discriminator, Optimizers optimizer) {
    return Defaults.record(GanRecipe.class, latent, generator, discriminator, optimizer);
  }

  public GanRecipe withLoss(AdversarialLoss loss) {
    return Defaults.with(this, "loss", loss);
  }

  public GanRecipe withTargets(Targets targets) {
    return Defaults.with(this, "targets", targets);
  }

  public GanRecipe withUpdates(Updates updates) {
    return Defaults.with(this, "updates", updates);
  }

  public GanRecipe withReals(Reals reals) {
    return Defaults.with(this, "reals", reals);
  }

  public GanRecipe withDiscriminatorSteps(int discriminatorSteps) {
    return Defaults.with(this, "discriminatorSteps", discriminatorSteps);
  }

  public GanRecipe withLabels(@Nullable Labels labels) {
    return Defaults.with(this, "labels", labels);
  }

  public GanRecipe withPenalties(Penalty... penalties) {
    return Defaults.with(this, "penalties", List.of(penalties));
  }

  public GanRecipe withWeightClip(@Nullable Double weightClip) {
    return Defaults.with(this, "weightClip", weightClip);
  }

  public GanRecipe withFeatureMatching(@Nullable Double featureMatching) {
    return Defaults.with(this, "featureMatching", featureMatching);
  }

  public GanRecipe withHistoricalAveraging(@Nullable Double historicalAveraging) {
    return Defaults.with(this, "historicalAveraging", historicalAveraging);
  }

  public GanRecipe withInstanceNoise(@Nullable InstanceNoise instanceNoise) {
    return Defaults.with(this, "instanceNoise", instanceNoise);
  }

  public GanRecipe withAugment(@Nullable DiffAugment augment) {
    return Defaults.with(this, "augment", augment);
  }

  public GanRecipe withEma(@Nullable Ema ema) {
    return Defaults.with(this, "ema", ema);
  }

  /** How the two networks learn against each other. */
  AdversarialOptions options() {
    return new AdversarialOptions(
        "gan",
        loss,
        optimizer,
        penalties,
        updates,
        targets,
        discriminatorSteps,
        weightClip,
        featureMatching,
        historicalAveraging);
  }

  @Override
  public Map<String, List<String>> parts(ExampleForm form) {
    return Parts.of(architectures(form));
  }

  /**
   * Generator and discriminator, what embeds classes for them, and the generator's moving average.
   */
  @Override
  public List<Architecture> architectures(ExampleForm form) {
    require(
        augment == null || form.shape().isImage(),
        "gan: augment is for images, and examples are %s. Leave it out.",
        form.shape());
    ClassValidation.check(labels, generator, discriminator);
    if (labels != null) {
      Conditioning.requireClasses("gan", "labels", form);
      ClassValidation.checkCount("generator", generator, form.classes().size());
      ClassValidation.checkCount("discriminator", discriminator, form.classes().size());
    }
    Architecture generated = generatorArchitecture("generator", form.shape());
    Architecture discriminated = discriminatorArchitecture(form);
    List<Architecture> all = new ArrayList<>(List.of(generated, discriminated));
    if (labels != null) {
      all.addAll(labels.architectures(form, discriminated));
    }
    if (ema != null) {
      all.add(generatorArchitecture("ema", form.shape()));
      if (labels != null) {
        all.add(Conditioning.ofPoint("emaLabel", form.classes().size(), labels.units()));
      }
    }
    return all;
  }

  /** The generator before its discriminator; of a GAN that is told no classes. */
  @Override
  public Optional<JoinedNetworks> joined(ExampleForm form) {
    if (labels != null) {
      return Optional.empty();
    }
    List<Architecture> all = architectures(form);
    return Optional.of(new JoinedNetworks("gan", all.get(0), all.get(1)));
  }

  private Architecture generatorArchitecture(String name, Shape example) {
    Shape input = Shape.vector(latent + (labels == null ? 0 : labels.units()));
    Architecture generated = new Architecture(name, input, generator);
    if (!generated.output().equals(example)) {
      throw new ShapeException(
          "the generator to give %s, as the data is".formatted(example),
          generated.output(),
          "Change its last layers, or the data's size or colors.");
    }
    return generated;
  }

  private Architecture discriminatorArchitecture(ExampleForm form) {
    Shape seen = labels == null ? form.shape() : labels.seen(form.shape());
    Architecture discriminated = new Architecture("discriminator", seen, discriminator);
    int outputs = labels == null ? 1 : labels.outputs(form.classes().size());
    if (outputs == 0 && !discriminated.output().isVector()) {
      throw new ShapeException(
          "the discriminator to give a vector of features, which labels: projection needs",
          discriminated.output(),
          "End it with flatten, without a dense layer of one number.");
    }
    if (outputs > 0 && !discriminated.output().equals(Shape.vector(outputs))) {
      throw new ShapeException(
          outputs == 1
              ? "the discriminator to give one number"
              : "the discriminator to give %d numbers, one for real and one for each class"
                  .formatted(outputs),
          discriminated.output(),
          "End it with flatten and dense: %d.".formatted(outputs));
    }
    GanValidation.checkEnd(this, discriminated);
    return discriminated;
  }

  @Override
  public int realExamples(int batch) {
    int examples = reals.of(batch);
    require(examples >= 1, "train.batch: expected at least 2 where reals: half, got %d", batch);
    GanValidation.checkGroups(this, batch);
    return examples;
  }

  @Override
  public void check(ImageSet examples) {
    ReferenceValidation.checkCount(discriminator, examples);
  }

  @Override
  public Model create(ModelContext context) {
    if (context.examples() != null) {
      check(context.examples());
    }
    return new Gan(this, context);
  }
}
