package com.example.moons;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.data.DataSet;

/**
 * Found through {@code META-INF/services}, so it is public, with a constructor of no parameters.
 */
public final class MoonsExtension implements Extension {
  @Override
  public void contribute(Contributions to) {
    to.add(DataSet.class, "moons", new Moons());
  }
}
