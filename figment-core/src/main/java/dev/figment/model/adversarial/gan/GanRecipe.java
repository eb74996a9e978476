package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.loss.AdversarialLoss;
import dev.figment.model.Conditioning;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.nn.Architecture;
import dev.figment.nn.Layer;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.optim.Rule;
import java.util.ArrayList;
import java.util.List;

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
 * @param stabilisers what steadies it
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
    @JsonProperty(defaultValue = "null") Labels labels,
    @JsonProperty(defaultValue = "null") Stabilisers stabilisers,
    Optimizers optimizer)
    implements ModelRecipe {

  /** One rule for each network. */
  public record Optimizers(Rule generator, Rule discriminator) {}

  public GanRecipe {
    require(latent >= 1, "gan: latent must be at least 1, got %d", latent);
    require(!generator.isEmpty(), "gan: the generator has no layers");
    require(!discriminator.isEmpty(), "gan: the discriminator has no layers");
    require(
        discriminatorSteps >= 1,
        "gan: discriminatorSteps must be at least 1, got %d",
        discriminatorSteps);
    targets = targets == null ? Targets.PLAIN : targets;
    stabilisers = stabilisers == null ? Stabilisers.NONE : stabilisers;
    generator = List.copyOf(generator);
    discriminator = List.copyOf(discriminator);
    GanValidation.checkTargets(loss, targets);
    GanValidation.checkPenalties(stabilisers, updates, discriminator);
    ClassValidation.check(labels, generator, discriminator);
    ReferenceValidation.check("generator", generator);
    ReferenceValidation.check("discriminator", discriminator);
    if (stabilisers.hasLazyR1()) {
      stabilisers.r1().paced(optimizer.discriminator(), 1); // refuses what cannot be paced
    }
  }

  /** The discriminator's rule, paced where R1 has updates of its own. */
  Rule discriminatorRule() {
    if (!stabilisers.hasLazyR1()) {
      return optimizer.discriminator();
    }
    int updates = discriminatorSteps * (updates() == Updates.MIXED ? 1 : 2);
    return stabilisers.r1().paced(optimizer.discriminator(), stabilisers.r1().every() * updates);
  }

  /** Generator and discriminator, what tells them the class, and the generator's average. */
  @Override
  public List<Architecture> architectures(ExampleForm form) {
    require(
        stabilisers.augment() == null || form.shape().isImage(),
        "gan: stabilisers.augment is for images, and examples are %s. Leave it out.",
        form.shape());
    if (labels != null) {
      Conditioning.requireClasses("gan", "labels", form);
      ClassValidation.checkCount("generator", generator, form.classes().size());
      ClassValidation.checkCount("discriminator", discriminator, form.classes().size());
    }
    Architecture generates = generates("generator", form.shape());
    Architecture tells = tells(form);
    List<Architecture> all = new ArrayList<>(List.of(generates, tells));
    if (labels != null) {
      all.addAll(labels.architectures(form, tells));
    }
    if (stabilisers.average() != null) {
      all.add(generates("average", form.shape()));
      if (labels != null) {
        all.add(Conditioning.ofPoint("averageLabel", form.classes().size(), labels.units()));
      }
    }
    return all;
  }

  private Architecture generates(String name, Shape example) {
    Shape input = Shape.vector(latent + (labels == null ? 0 : labels.units()));
    Architecture generates = new Architecture(name, input, generator);
    if (!generates.output().equals(example)) {
      throw new ShapeException(
          "the generator to give %s, as the data is".formatted(example),
          generates.output(),
          "Change its last layers, or the data's size or colors.");
    }
    return generates;
  }

  private Architecture tells(ExampleForm form) {
    Shape seen = labels == null ? form.shape() : labels.seen(form.shape());
    Architecture tells = new Architecture("discriminator", seen, discriminator);
    int outputs = labels == null ? 1 : labels.outputs(form.classes().size());
    if (outputs == 0 && !tells.output().isVector()) {
      throw new ShapeException(
          "the discriminator to give a vector of features, which labels: projection needs",
          tells.output(),
          "End it with flatten, without a dense layer of one number.");
    }
    if (outputs > 0 && !tells.output().equals(Shape.vector(outputs))) {
      throw new ShapeException(
          outputs == 1
              ? "the discriminator to give one number"
              : "the discriminator to give %d numbers, one for real and one for each class"
                  .formatted(outputs),
          tells.output(),
          "End it with flatten and dense: %d.".formatted(outputs));
    }
    GanValidation.checkEnd(this, tells);
    return tells;
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
  public Model create(ModelContext setup) {
    if (setup.examples() != null) {
      check(setup.examples());
    }
    return new Gan(this, setup);
  }
}
