package dev.figment.model.autoencoder;

import dev.figment.data.Batch;
import dev.figment.model.Codec;
import dev.figment.model.Denoiser;
import dev.figment.model.Invertible;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.model.Validated;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Reshape;
import dev.figment.nn.Shape;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An encoder and a decoder that together learn to give back what they get. */
public final class Autoencoder implements Model, Codec, Invertible, Validated, Denoiser {
  private final AutoencoderRecipe recipe;
  private final Network encoder;
  private final Network decoder;
  private final Network output;
  private final RandomStreams streams;
  private final List<Phase> phases;

  Autoencoder(AutoencoderRecipe recipe, Network encoder, Network decoder, RandomStreams streams) {
    this.recipe = recipe;
    this.encoder = encoder;
    this.decoder = TiedWeights.lend(encoder, decoder);
    this.output = recipe.loss().takesLogits() ? this.decoder.logits() : this.decoder;
    this.streams = streams;
    this.phases = plan();
  }

  private List<Phase> plan() {
    Parameters all = Parameters.of(networks()).trainable();
    Phase whole =
        Phase.of("autoencoder", this::reconstruct, all, new Optimizer(recipe.optimizer(), all));
    if (recipe.layerwise() == null) {
      return List.of(whole);
    }
    Layerwise layerwise = new Layerwise(recipe, encoder, decoder, output, this::training);
    List<Phase> phases = new ArrayList<>(layerwise.phases());
    phases.add(whole.during(layerwise.end(), Double.POSITIVE_INFINITY));
    return List.copyOf(phases);
  }

  private Losses reconstruct(Batch batch) {
    Pass pass = training();
    Tensor reconstruction = output.apply(encoder.apply(batch.examples(), pass), pass);
    return Losses.of(recipe.loss().of(reconstruction, batch.examples()), pass);
  }

  private Pass training() {
    return Pass.training(streams.of(StreamName.DROPOUT));
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    return List.of(encoder, decoder);
  }

  @Override
  public List<Layer> corruption() {
    return recipe.corruption();
  }

  @Override
  public int latentSize() {
    return encoder.output().count();
  }

  @Override
  public Tensor encode(Tensor x, @Nullable Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Tensor coding = encoder.apply(x, Pass.inference());
      return new Flatten().apply(coding, Parameters.of(List.of()), Pass.inference());
    }
  }

  @Override
  public Tensor decode(Tensor z, @Nullable Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return generate(z, classes);
    }
  }

  @Override
  public Tensor generate(Tensor points, @Nullable Tensor classes) {
    Shape coding = encoder.output();
    Tensor shaped =
        new Reshape(coding.sizes()).apply(points, Parameters.of(List.of()), Pass.inference());
    Tensor reconstruction = output.apply(shaped, Pass.inference());
    return recipe.loss().takesLogits() ? reconstruction.sigmoid() : reconstruction;
  }

  /** {@code mse}: (x − x̂)² averaged over the values of an example, in the range of the data. */
  @Override
  public Map<String, Tensor> validate(Batch batch, RandomStream stream) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Tensor x = batch.examples();
      Tensor error = decode(encode(x, null), null).minus(x).square();
      return Map.of("mse", error.reshape(batch.size(), -1).mean(new long[] {1}, false));
    }
  }
}
