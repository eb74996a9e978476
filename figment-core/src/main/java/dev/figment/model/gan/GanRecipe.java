package dev.figment.model.gan;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.data.ExampleForm;
import dev.figment.loss.AdversarialLoss;
import dev.figment.model.Model;
import dev.figment.model.ModelRecipe;
import dev.figment.model.Setup;
import dev.figment.nn.Architecture;
import dev.figment.nn.Layer;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.optim.Rule;
import dev.figment.tensor.RandomStream;
import java.util.List;

/**
 * A GAN as a recipe describes it.
 *
 * @param latent how many standard normal numbers the generator starts from
 * @param generator layers from (latent) to an example
 * @param discriminator layers from an example to one number; a final sigmoid is folded into a loss
 *     that takes logits
 * @param updates one mixed batch, or an update on real and one on generated examples
 * @param reals whether real examples fill half of a batch, or one of their own
 * @param discriminatorSteps how often the discriminator learns for each time the generator does
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
    generator = List.copyOf(generator);
    discriminator = List.copyOf(discriminator);
  }

  @Override
  public List<Architecture> architectures(ExampleForm form) {
    Shape example = form.shape();
    Architecture generates = new Architecture("generator", Shape.vector(latent), generator);
    if (!generates.output().equals(example)) {
      throw new ShapeException(
          "the generator to give %s, as the data is".formatted(example),
          generates.output(),
          "Change its last layers, or the data's size or colors.");
    }
    Architecture tells = new Architecture("discriminator", example, discriminator);
    if (!tells.output().equals(Shape.vector(1))) {
      throw new ShapeException(
          "the discriminator to give one number",
          tells.output(),
          "End it with flatten and dense: 1.");
    }
    return List.of(generates, tells);
  }

  @Override
  public int realExamples(int batch) {
    int examples = reals.of(batch);
    require(examples >= 1, "train.batch: expected at least 2 where reals: half, got %d", batch);
    return examples;
  }

  @Override
  public Model create(Setup setup) {
    RandomStream init = setup.streams().named("init");
    List<Architecture> architectures = architectures(setup.form());
    return new Gan(
        this,
        architectures.get(0).create(init, setup.device()),
        architectures.get(1).create(init, setup.device()),
        setup.batch(),
        setup.streams());
  }
}
