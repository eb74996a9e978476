package dev.figment.model;

import dev.figment.data.Batch;

/** What a phase minimizes. */
@FunctionalInterface
public interface Objective {
  Losses of(Batch batch);
}
