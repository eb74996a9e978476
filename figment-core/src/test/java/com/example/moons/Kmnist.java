package com.example.moons;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.data.DataSet;
import dev.figment.data.set.IdxSet;
import java.util.List;

/** Adds a set whose files are those of the MNIST family. */
public final class Kmnist implements Extension {
  private static final List<String> SYLLABLES =
      List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo");

  @Override
  public void contribute(Contributions to) {
    to.add(
        DataSet.class,
        "kmnist",
        IdxSet.of(
            "kmnist", "Cursive syllables", "the page of Kuzushiji-MNIST", "CC BY-SA", SYLLABLES));
  }
}
