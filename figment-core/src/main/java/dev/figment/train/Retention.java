package dev.figment.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Which checkpoints stay when there is a newer one.
 *
 * @param resumable how many of the newest stay as they are
 * @param kept whether the weights of an earlier step stay
 * @param wayBack steps that a training may go back to: as many of the newest of them stay as they
 *     are, too
 */
public record Retention(int resumable, LongPredicate kept, LongPredicate wayBack) {
  /** Of a training that never goes back. */
  public Retention(int resumable, LongPredicate kept) {
    this(resumable, kept, step -> false);
  }

  /**
   * Those that stay as they are.
   *
   * @param all newest first
   */
  Set<Checkpoint> whole(List<Checkpoint> all) {
    Set<Checkpoint> whole = new HashSet<>(all.stream().limit(resumable).toList());
    all.stream()
        .filter(each -> wayBack.test(each.stepInName()))
        .limit(resumable)
        .forEach(whole::add);
    return whole;
  }
}
