package dev.figment.data.set;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.data.DataSet;
import java.util.List;

/** The data sets that Figment knows, for recipes to name. */
public final class DataSetExtension implements Extension {
  private static final List<DataSet> SETS =
      List.of(
          IdxSet.MNIST,
          IdxSet.FASHION_MNIST,
          new Cifar10(),
          new Flowers(),
          Glyphs.SET,
          ColorShapes.SET,
          TiltedPlane.SET,
          EightGaussians.SET);

  @Override
  public void contribute(Contributions to) {
    SETS.forEach(each -> to.add(DataSet.class, each.card().name(), each));
  }
}
