package dev.figment.model.adversarial.progressive;

import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** From latents to images of the resolution at work. */
record GrowingGenerator(Network trunk, List<Network> toImages) {
  private static final int BEGINNING = Blocks.beginning(1, 1).size();
  private static final int BLOCK = Blocks.growing(1).size();

  static GrowingGenerator create(
      Architecture trunk, List<Architecture> toImages, RandomStream init, Device device) {
    return new GrowingGenerator(
        trunk.create(init, device),
        toImages.stream().map(each -> each.create(init, device)).toList());
  }

  /**
   * While a resolution fades in: the image of the one below, doubled, and its own, blended.
   *
   * @param z (examples, latent)
   * @return (examples, channels, side, side) at the resolution of the growth's level
   */
  Tensor apply(Tensor z, Growth growth, Pass pass) {
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

  /** All that learns, of resolutions to come too. */
  Parameters parameters() {
    return Parameters.of(networks());
  }
}
