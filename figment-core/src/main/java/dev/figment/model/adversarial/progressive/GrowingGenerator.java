package dev.figment.model.adversarial.progressive;

import dev.figment.model.adversarial.Generator;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From latents to images of the resolution at work.
 *
 * @param growth how far it has grown, now
 * @param random where latents are drawn from
 */
record GrowingGenerator(
    Network trunk, List<Network> toImages, Supplier<Growth> growth, RandomStream random)
    implements Generator {
  private static final int BEGINNING = Blocks.beginning(1, 1).size();
  private static final int BLOCK = Blocks.growing(1).size();

  @Override
  public Tensor generate(int count, @Nullable Tensor classes, Pass pass) {
    Device device = trunk.parameters().tensors().get(0).device();
    return apply(Noise.normal(random, count, latentSize()).to(device), pass);
  }

  @Override
  public int latentSize() {
    return trunk.input().count();
  }

  @Override
  public Tensor evaluate(Tensor z, @Nullable Tensor classes) {
    return apply(z, Pass.inference());
  }

  /**
   * While a resolution fades in: the image of the one below, doubled, and its own, blended.
   *
   * @param z (examples, latent)
   * @return (examples, channels, side, side) at the resolution of the growth's level
   */
  Tensor apply(Tensor z, Pass pass) {
    Growth growth = this.growth.get();
    int level = growth.level();
    if (!growth.isFading()) {
      return toImages.get(level).apply(trunk.applyPart(0, end(level), z, pass), pass);
    }
    Tensor below = trunk.applyPart(0, end(level - 1), z, pass);
    Tensor own = trunk.applyPart(end(level - 1), end(level), below, pass);
    Tensor before = Fade.doubled(toImages.get(level - 1).apply(below, pass));
    return Fade.between(before, toImages.get(level).apply(own, pass), growth.alpha());
  }

  /** The layer after a level's block. */
  private static int end(int level) {
    return BEGINNING + level * BLOCK;
  }

  List<Network> networks() {
    List<Network> all = new ArrayList<>(List.of(trunk));
    all.addAll(toImages);
    return all;
  }

  /** All that it has, of resolutions to come too. */
  @Override
  public Parameters parameters() {
    return Parameters.of(networks());
  }

  @Override
  public Map<String, Tensor> statistics() {
    int side = toImages.get(growth.get().level()).input().height();
    return Map.of(
        "growth/side", Tensor.full(side), "growth/alpha", Tensor.full(growth.get().alpha()));
  }
}
