package dev.figment.train.profile;

import java.util.List;

/**
 * What some steps were made of.
 *
 * @param first step, from 1
 * @param last step
 * @param rows means over the steps; their sum is the step
 * @param spans of all of them
 */
public record Profile(long first, long last, List<ProfileRow> rows, List<Span> spans) {
  /** A whole step. */
  public Cost step() {
    return rows.stream().map(ProfileRow::total).reduce(Cost.NONE, Cost::plus);
  }

  /** The least seconds that a step takes: the sum over its rows. */
  public double boundSeconds(Roofline roofline) {
    return rows.stream().mapToDouble(row -> row.boundSeconds(roofline)).sum();
  }
}
