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

/** From images of the resolution at work to scores. */
record GrowingDiscriminator(Network trunk, List<Network> fromImages) {
  private static final int BLOCK = Blocks.shrinking(1, 1).size();

  static GrowingDiscriminator create(
      Architecture trunk, List<Architecture> fromImages, RandomStream init, Device device) {
    return new GrowingDiscriminator(
        trunk.create(init, device),
        fromImages.stream().map(each -> each.create(init, device)).toList());
  }

  /**
   * While a resolution fades in: the features of the image halved, and its own block's, blended.
   *
   * @param images (examples, channels, side, side) at the resolution of the growth's level
   * @return scores (examples, 1)
   */
  Tensor apply(Tensor images, Growth growth, Pass pass) {
    int level = growth.level();
    Tensor features = fromImages.get(level).apply(images, pass);
    if (growth.isFading()) {
      Tensor own = trunk.applyPart(begin(level), begin(level - 1), features, pass);
      Tensor before = fromImages.get(level - 1).apply(Fade.halved(images), pass);
      features = Fade.between(before, own, growth.alpha());
      level--;
    }
    return trunk.applyPart(begin(level), trunk.architecture().layers().size(), features, pass);
  }

  /** The layer that a level's block begins with. */
  private int begin(int level) {
    return (fromImages.size() - 1 - level) * BLOCK;
  }

  List<Network> networks() {
    List<Network> all = new ArrayList<>(List.of(trunk));
    all.addAll(fromImages);
    return all;
  }

  /** All that learns, of resolutions to come too. */
  Parameters parameters() {
    return Parameters.of(networks());
  }
}
