package dev.figment.model.vae;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.data.ExampleForm;
import dev.figment.data.Range;
import dev.figment.loss.Likelihood;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A variational autoencoder as a recipe describes it. Losses are nats per image: sums over pixels
 * and latent numbers, means over the batch.
 *
 * @param latent numbers of z
 * @param encoder layers from an example to a vector, after which a {@code posteriorHead} gives mean
 *     and log-variance (and a flow's context)
 * @param decoder layers from z to an example, or with {@code gaussian} to twice its channels
 * @param likelihood of an example given z; {@code bernoulli} folds the decoder's final sigmoid
 * @param beta how much the divergence counts in the loss; the ELBO that is reported has 1
 * @param importanceSamples points drawn for each example: with more than 1 the loss is the tighter
 *     bound of importance-weighted autoencoders, and beta must be 1
 * @param flow what makes the posterior richer than a Gaussian; null for none
 * @param labelUnits numbers that a class becomes beside z; null where the model is not told classes
 */
public record VaeRecipe(
    int latent,
    List<Layer> encoder,
    List<Layer> decoder,
    @JsonProperty(defaultValue = "bernoulli") Likelihood likelihood,
    @JsonProperty(defaultValue = "1") double beta,
    @JsonProperty(defaultValue = "1") int importanceSamples,
    @JsonProperty(defaultValue = "null") @Nullable FlowRecipe flow,
    @JsonProperty(defaultValue = "null") @Nullable Integer labelUnits,
    Rule optimizer)
    implements ModelRecipe {
  public VaeRecipe {
    require(latent >= 1, "vae: latent must be at least 1, got %d", latent);
    require(!encoder.isEmpty(), "vae: the encoder has no layers");
    require(!decoder.isEmpty(), "vae: the decoder has no layers");
    require(beta >= 0, "vae: beta must be at least 0, got %s", beta);
    require(
        importanceSamples >= 1,
        "vae: importanceSamples must be at least 1, got %d",
        importanceSamples);
    require(
        importanceSamples == 1 || beta == 1,
        "vae: beta must be 1 where importanceSamples is above 1, got %s",
        beta);
    require(
        labelUnits == null || labelUnits >= 1,
        "vae: labelUnits must be at least 1, got %s",
        labelUnits);
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
  }

  /** One with a Gaussian posterior and a Bernoulli likelihood. */
  public static VaeRecipe of(int latent, List<Layer> encoder, List<Layer> decoder, Rule optimizer) {
    return Defaults.record(VaeRecipe.class, latent, encoder, decoder, optimizer);
  }

  public VaeRecipe withLikelihood(Likelihood likelihood) {
    return Defaults.with(this, "likelihood", likelihood);
  }

  public VaeRecipe withBeta(double beta) {
    return Defaults.with(this, "beta", beta);
  }

  public VaeRecipe withImportanceSamples(int importanceSamples) {
    return Defaults.with(this, "importanceSamples", importanceSamples);
  }

  public VaeRecipe withFlow(@Nullable FlowRecipe flow) {
    return Defaults.with(this, "flow", flow);
  }

  public VaeRecipe withLabelUnits(@Nullable Integer labelUnits) {
    return Defaults.with(this, "labelUnits", labelUnits);
  }

  boolean isConditional() {
    return labelUnits != null;
  }

  int context() {
    return flow == null ? 0 : flow.context();
  }

  /** Encoder, decoder, the steps of the flow, and what tells them the class. */
  @Override
  public List<Architecture> architectures(ExampleForm form) {
    require(
        likelihood != Likelihood.BERNOULLI
            || !form.shape().isImage()
            || form.range() == Range.ZERO_TO_ONE,
        "vae: likelihood: bernoulli is for values from 0 to 1, and data.range is %s. Set data.range"
            + " to zeroToOne, or likelihood to gaussian.",
        form.range());
    List<Architecture> all = new ArrayList<>();
    all.add(encoder(form.shape()));
    all.add(decoder(form.shape()));
    if (flow != null) {
      all.addAll(InverseAutoregressiveFlow.architectures(latent, flow));
    }
    if (isConditional()) {
      Conditioning.requireClasses("vae", "labelUnits", form);
      int classes = form.classes().size();
      all.add(Conditioning.ofExample("encoderLabel", classes, form.shape()));
      all.add(Conditioning.ofPoint("decoderLabel", classes, Objects.requireNonNull(labelUnits)));
    }
    return all;
  }

  private Architecture encoder(Shape example) {
    List<Layer> layers = new ArrayList<>(encoder);
    layers.add(new PosteriorHead(latent, context()));
    return new Architecture(
        "encoder", isConditional() ? Conditioning.joined(example) : example, layers);
  }

  private Architecture decoder(Shape example) {
    Shape input = Shape.vector(latent + (labelUnits == null ? 0 : labelUnits));
    Architecture decodes = new Architecture("decoder", input, decoder);
    Shape wanted = likelihood.outputs(example);
    if (!decodes.output().equals(wanted)) {
      throw new ShapeException(
          "the decoder to give %s for examples of %s and likelihood: %s"
              .formatted(wanted, example, likelihood),
          decodes.output(),
          "Change its last layers, or the data's size or colors.");
    }
    return decodes;
  }

  @Override
  public Model create(ModelContext setup) {
    return new Vae(this, setup);
  }
}
