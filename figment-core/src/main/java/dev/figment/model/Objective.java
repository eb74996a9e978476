package dev.figment.model;

import dev.figment.data.Batch;

/** What a phase makes small. */
@FunctionalInterface
public interface Objective {
  Losses of(Batch batch);
}
