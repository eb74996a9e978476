package dev.figment.model.autoencoder;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.data.ExampleForm;
import dev.figment.data.Range;
import dev.figment.loss.ReconstructionLoss;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.nn.Architecture;
import dev.figment.nn.DenseTranspose;
import dev.figment.nn.Dropout;
import dev.figment.nn.Flatten;
import dev.figment.nn.GaussianNoise;
import dev.figment.nn.Layer;
import dev.figment.nn.Reshape;
import dev.figment.nn.ShapeException;
import dev.figment.optim.Rule;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.StreamName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An autoencoder as a recipe describes it.
 *
 * @param encoder layers from an example to its coding, of any shape
 * @param decoder layers from a coding to an example; a final sigmoid is folded into a loss that
 *     takes logits
 * @param loss between an example and its reconstruction
 * @param layerwise how pairs of layers are trained before the whole; null to train the whole at
 *     once
 */
public record AutoencoderRecipe(
    List<Layer> encoder,
    List<Layer> decoder,
    @JsonProperty(defaultValue = "binaryCrossEntropy") ReconstructionLoss loss,
    @JsonProperty(defaultValue = "null") @Nullable Greedy layerwise,
    Rule optimizer)
    implements ModelRecipe {

  /**
   * Greedy layer-wise training.
   *
   * @param epochs of each pair of layers, above 0
   * @param optimizer of the inner pairs, which reconstruct activities by mean squared error; the
   *     outer pair learns by the recipe's loss and optimizer
   */
  public record Greedy(double epochs, Rule optimizer) {
    public Greedy {
      require(epochs > 0, "layerwise: epochs must be above 0, got %s", epochs);
    }
  }

  public AutoencoderRecipe {
    require(!encoder.isEmpty(), "autoencoder: the encoder has no layers");
    require(!decoder.isEmpty(), "autoencoder: the decoder has no layers");
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
  }

  /** One that is trained as a whole, by binary cross-entropy. */
  public static AutoencoderRecipe of(List<Layer> encoder, List<Layer> decoder, Rule optimizer) {
    return Defaults.record(AutoencoderRecipe.class, encoder, decoder, optimizer);
  }

  public AutoencoderRecipe withLoss(ReconstructionLoss loss) {
    return Defaults.with(this, "loss", loss);
  }

  public AutoencoderRecipe withLayerwise(@Nullable Greedy layerwise) {
    return Defaults.with(this, "layerwise", layerwise);
  }

  /** The layers that damage examples before any other changes more than their shape. */
  List<Layer> corruption() {
    return encoder.stream()
        .takeWhile(each -> isCorruption(each) || each instanceof Flatten || each instanceof Reshape)
        .filter(AutoencoderRecipe::isCorruption)
        .toList();
  }

  private static boolean isCorruption(Layer layer) {
    return layer instanceof Dropout || layer instanceof GaussianNoise;
  }

  @Override
  public List<Architecture> architectures(ExampleForm form) {
    require(
        !loss.takesLogits() || !form.shape().isImage() || form.range() == Range.ZERO_TO_ONE,
        "autoencoder: loss: %s is for values from 0 to 1, and data.range is %s. Set data.range to"
            + " zeroToOne, or loss to meanSquaredError.",
        loss,
        form.range());
    Architecture encodes = new Architecture("encoder", form.shape(), encoder);
    Architecture decodes = new Architecture("decoder", encodes.output(), decoder);
    if (!decodes.output().equals(form.shape())) {
      throw new ShapeException(
          "the decoder to give %s, as the data is".formatted(form.shape()),
          decodes.output(),
          "Change its last layers, or the data's size or colors.");
    }
    TiedWeights.check(encodes, decodes);
    if (layerwise != null) {
      LayerPairs.of(encodes, decodes);
    }
    return List.of(encodes, decodes);
  }

  /** A decoder that borrows the encoder's kernels is none without them. */
  @Override
  public Map<String, List<String>> parts(ExampleForm form) {
    boolean tied = decoder.stream().anyMatch(DenseTranspose.class::isInstance);
    List<String> ofDecoder = tied ? List.of("encoder", "decoder") : List.of("decoder");
    return Map.of("encoder", List.of("encoder"), "decoder", ofDecoder);
  }

  @Override
  public Autoencoder create(ModelContext context) {
    RandomStream init = context.streams().of(StreamName.INIT);
    List<Architecture> architectures = architectures(context.form());
    return new Autoencoder(
        this,
        architectures.get(0).create(init, context.device()),
        architectures.get(1).create(init, context.device()),
        context.streams());
  }
}
