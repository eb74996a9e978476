package dev.figment.model.adversarial.progressive;

import dev.figment.model.adversarial.Discriminator;
import dev.figment.model.adversarial.DiscriminatorOutput;
import dev.figment.model.adversarial.HiddenFeatures;
import dev.figment.nn.BatchDependence;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From images of the resolution at work to scores.
 *
 * @param growth how far it has grown, now
 */
record GrowingDiscriminator(Network trunk, List<Network> fromImages, Supplier<Growth> growth)
    implements Discriminator {
  private static final int BLOCK = Blocks.shrinking(1, 1).size();

  @Override
  public DiscriminatorOutput apply(Tensor images, @Nullable Tensor classes, Pass pass) {
    return new DiscriminatorOutput(scores(images, pass));
  }

  /**
   * While a resolution fades in: the features of the image halved, and its own block's, blended.
   *
   * @param images (examples, channels, side, side) at the resolution of the growth's level
   * @return scores (examples, 1)
   */
  Tensor scores(Tensor images, Pass pass) {
    return applied(images, trunk.architecture().layers().size(), pass);
  }

  /** What the last hidden layer at work gives of images as {@link #scores} takes them. */
  Tensor features(Tensor images) {
    return applied(images, HiddenFeatures.end(trunk.architecture()), Pass.inference());
  }

  private Tensor applied(Tensor images, int end, Pass pass) {
    Growth growth = this.growth.get();
    int level = growth.level();
    Tensor features = fromImages.get(level).apply(images, pass);
    if (growth.isFading()) {
      Tensor own = trunk.applyPart(begin(level), begin(level - 1), features, pass);
      Tensor before = fromImages.get(level - 1).apply(Fade.halved(images), pass);
      features = Fade.between(before, own, growth.alpha());
      level--;
    }
    return trunk.applyPart(begin(level), end, features, pass);
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

  @Override
  public Tensor real(Tensor examples) {
    return Fade.reals(examples, growth.get(), fromImages.size() - 1);
  }

  @Override
  public boolean dependsOnBatch() {
    return trunk.architecture().batchDependence() != BatchDependence.NONE;
  }

  /** All that it has, of resolutions to come too. */
  @Override
  public Parameters parameters() {
    return Parameters.of(networks());
  }
}
