package dev.figment.model.vae;

import dev.figment.data.Batch;
import dev.figment.loss.GaussianDensity;
import dev.figment.loss.Likelihood;
import dev.figment.model.Conditioning;
import dev.figment.model.ModelContext;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a variational autoencoder, and the way through them.
 *
 * @param output the decoder as its likelihood takes it
 * @param flow null where the posterior is the encoder's Gaussian
 * @param encoderLabel null where the model is not told classes, as {@code decoderLabel}
 */
record VaeNetworks(
    VaeRecipe recipe,
    Network encoder,
    Network decoder,
    Network output,
    @Nullable InverseAutoregressiveFlow flow,
    @Nullable Network encoderLabel,
    @Nullable Network decoderLabel)
    implements AutoCloseable {

  static VaeNetworks create(VaeRecipe recipe, ModelContext setup) {
    RandomStream init = setup.streams().of(StreamName.INIT);
    List<Architecture> all = recipe.architectures(setup.form());
    Network encoder = all.get(0).create(init, setup.device());
    Network decoder = all.get(1).create(init, setup.device());
    int steps = recipe.flow() == null ? 0 : recipe.flow().steps();
    InverseAutoregressiveFlow flow =
        steps == 0
            ? null
            : InverseAutoregressiveFlow.create(all.subList(2, 2 + steps), init, setup.device());
    List<Network> labels =
        all.subList(2 + steps, all.size()).stream()
            .map(each -> each.create(init, setup.device()))
            .toList();
    return new VaeNetworks(
        recipe,
        encoder,
        decoder,
        recipe.likelihood() == Likelihood.BERNOULLI ? decoder.logits() : decoder,
        flow,
        labels.isEmpty() ? null : labels.get(0),
        labels.isEmpty() ? null : labels.get(1));
  }

  List<Network> all() {
    List<Network> all = new ArrayList<>(List.of(encoder, decoder));
    if (flow != null) {
      all.addAll(flow.networks());
    }
    if (encoderLabel != null) {
      all.addAll(List.of(encoderLabel, decoderLabel));
    }
    return all;
  }

  private Posterior posterior(Tensor x, @Nullable Tensor classes, Pass pass) {
    Tensor told = encoderLabel == null ? x : Conditioning.join(x, classes, encoderLabel);
    return Posterior.of(encoder.apply(told, pass), recipe.latent(), recipe.context());
  }

  Tensor mean(Tensor x, @Nullable Tensor classes) {
    Posterior posterior = posterior(x, classes, Pass.inference());
    return flowed(posterior.mean(), posterior);
  }

  /** A point of each example drawn from q(z|x). */
  Tensor draw(Tensor x, @Nullable Tensor classes, RandomStream stream) {
    Posterior posterior = posterior(x, classes, Pass.inference());
    Tensor noise = Noise.normal(stream, posterior.mean().shape()).to(x.device());
    return flowed(posterior.at(noise), posterior);
  }

  private Tensor flowed(Tensor z, Posterior posterior) {
    return flow == null
        ? z
        : flow.apply(z, Objects.requireNonNull(posterior.context()), Pass.inference()).z();
  }

  /** Logits, or what else the likelihood takes. */
  Tensor decode(Tensor z, @Nullable Tensor classes, Pass pass) {
    return output.apply(
        decoderLabel == null ? z : Conditioning.join(z, classes, decoderLabel), pass);
  }

  /**
   * @param samples draws of z for each example
   * @param stream where they are drawn from
   */
  Bound bound(Batch batch, int samples, Pass pass, RandomStream stream) {
    int rows = batch.size() * samples;
    return bound(batch, samples, pass, Noise.normal(stream, rows, recipe.latent()));
  }

  /** With a stream of its own for each example. */
  Bound bound(Batch batch, int samples, Pass pass, List<RandomStream> streams) {
    int each = samples * recipe.latent();
    float[] noise = new float[Math.multiplyExact(batch.size(), each)];
    for (int i = 0; i < batch.size(); i++) {
      System.arraycopy(Noise.normals(streams.get(i), each), 0, noise, i * each, each);
    }
    return bound(batch, samples, pass, Tensor.of(noise, batch.size() * samples, recipe.latent()));
  }

  /**
   * @param drawn standard normal (examples · samples, latent), an example's draws together
   */
  private Bound bound(Batch batch, int samples, Pass pass, Tensor drawn) {
    Tensor x = batch.examples();
    Posterior posterior = posterior(x, batch.labels(), pass);
    Posterior each = posterior.repeated(samples);
    Tensor z = each.at(drawn.to(x.device()));
    Tensor classes =
        decoderLabel == null
            ? null
            : Posterior.repeated(Objects.requireNonNull(batch.labels()), samples);
    Tensor logDensity = each.logDensity(z);
    if (flow != null) {
      InverseAutoregressiveFlow.Flowed flowed =
          flow.apply(z, Objects.requireNonNull(each.context()), pass);
      z = flowed.z();
      logDensity = logDensity.minus(flowed.logDeterminant());
    }
    Tensor repeated = samples == 1 ? x : Posterior.repeated(x, samples);
    Tensor logLikelihood = recipe.likelihood().logDensity(decode(z, classes, pass), repeated);
    Tensor logRatio = logDensity.minus(GaussianDensity.standard(z));
    return new Bound(
        logLikelihood.reshape(-1, samples),
        logRatio.reshape(-1, samples),
        flow == null ? posterior.divergence() : null);
  }

  /** Closes what is not a network of the model. */
  @Override
  public void close() {
    if (flow != null) {
      flow.close();
    }
  }
}
