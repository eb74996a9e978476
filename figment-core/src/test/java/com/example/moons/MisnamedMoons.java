package com.example.moons;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.data.DataSet;

/** Adds a set under another name than that of its card. */
public final class MisnamedMoons implements Extension {
  @Override
  public void contribute(Contributions to) {
    to.add(DataSet.class, "two-moons", new Moons());
  }
}
