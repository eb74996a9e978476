package com.example.moons;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.data.DataSet;

/** Takes a name that Figment's own set has. */
public final class SecondMnist implements Extension {
  @Override
  public void contribute(Contributions to) {
    to.add(DataSet.class, "mnist", new Moons());
  }
}
