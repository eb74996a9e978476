package dev.figment.model.vae;

import dev.figment.data.Batch;
import dev.figment.model.DensityModel;
import dev.figment.model.Invertible;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.PosteriorCodec;
import dev.figment.model.Sampler;
import dev.figment.model.Validated;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variational autoencoder: an encoder that says of an example where its point z may lie, q(z|x),
 * a decoder that makes examples of points, p(x|z), and N(0, I) as the prior of points. It learns to
 * make −log p(x|z) + β·KL(q(z|x) ‖ N(0, I)) small, in nats per image.
 *
 * @see <a href="https://arxiv.org/abs/1312.6114">Kingma and Welling 2014, eq. 10</a>, with β of <a
 *     href="https://openreview.net/forum?id=Sy2fzU9gl">Higgins et al. 2017</a>, and with more than
 *     one importance sample <a href="https://arxiv.org/abs/1509.00519">Burda et al. 2016, eq. 8</a>
 */
public final class Vae
    implements Model, Sampler, PosteriorCodec, Invertible, Validated, DensityModel {
  private final VaeRecipe recipe;
  private static final StreamName POSTERIOR = new StreamName("posterior");

  private final VaeNetworks networks;
  private final int classes;
  private final RandomStreams streams;
  private final List<Phase> phases;

  Vae(VaeRecipe recipe, ModelContext context) {
    this.recipe = recipe;
    this.networks = VaeNetworks.create(recipe, context);
    this.classes = recipe.isConditional() ? context.form().classes().size() : 0;
    this.streams = context.streams();
    this.phases = List.of(phase());
  }

  private Phase phase() {
    Parameters parameters = Parameters.of(networks.all()).trainable();
    return Phase.of("vae", this::loss, parameters, new Optimizer(recipe.optimizer(), parameters));
  }

  private Losses loss(Batch batch) {
    Pass pass = Pass.training(streams.of(StreamName.DROPOUT));
    Bound bound = networks.bound(batch, recipe.importanceSamples(), pass, streams.of(POSTERIOR));
    Tensor total =
        recipe.importanceSamples() == 1
            ? bound.reconstruction().plus(bound.divergence().times(recipe.beta())).mean()
            : bound.importanceWeighted().mean().negated();
    return Losses.of(total, pass)
        .with("loss/reconstruction", bound.reconstruction().mean())
        .with("loss/kl", bound.divergence().mean());
  }

  /** For tests: the way through the networks. */
  VaeNetworks ways() {
    return networks;
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    return networks.all();
  }

  @Override
  public int latentSize() {
    return recipe.latent();
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Tensor sample(Tensor z, @Nullable Tensor classes) {
    return decode(z, classes);
  }

  /** The mean of the posterior; with a flow, where the flow takes the mean of its Gaussian. */
  @Override
  public Tensor encode(Tensor x, @Nullable Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return networks.mean(x, classes);
    }
  }

  @Override
  public Tensor draw(Tensor x, @Nullable Tensor classes, RandomStream stream) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return networks.draw(x, classes, stream);
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
    return recipe.likelihood().mean(networks.decode(points, classes, Pass.inference()));
  }

  /**
   * {@code elbo} = −({@code reconstruction} + {@code kl}), with β = 1 and one draw of z, in nats;
   * {@code bitsPerDim} = −elbo / (values of an example · ln 2); {@code mse} of the reconstruction
   * from the posterior's mean, averaged over values.
   */
  @Override
  public Map<String, Tensor> validate(Batch batch, RandomStream stream) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Bound bound = networks.bound(batch, 1, Pass.inference(), stream);
      Tensor elbo = bound.reconstruction().plus(bound.divergence()).negated();
      Tensor x = batch.examples();
      double bits = -1 / (x.count() / (double) batch.size() * Math.log(2));
      Map<String, Tensor> values = new LinkedHashMap<>();
      values.put("elbo", elbo);
      values.put("reconstruction", bound.reconstruction());
      values.put("kl", bound.divergence());
      values.put("bitsPerDim", elbo.times(bits));
      values.put("mse", squaredError(x, batch.labels()));
      return values;
    }
  }

  private Tensor squaredError(Tensor x, @Nullable Tensor labels) {
    Tensor told = classes > 0 ? labels : null;
    Tensor error = decode(encode(x, told), told).minus(x).square();
    return error.reshape(x.size(0), -1).mean(new long[] {1}, false);
  }

  @Override
  public Tensor logWeights(Batch batch, int samples, List<RandomStream> streams) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return networks.bound(batch, samples, Pass.inference(), streams).logWeights();
    }
  }

  @Override
  public void close() {
    networks.close();
    Model.super.close();
  }
}
