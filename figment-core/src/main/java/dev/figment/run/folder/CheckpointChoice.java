package dev.figment.run.folder;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.train.Checkpoint;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Which checkpoint of a run is used: {@code latest}, {@code best} on the test split ({@link
 * BestStep}), or that of a step.
 *
 * @param name one of these words, or a number
 */
public record CheckpointChoice(String name) {
  /** The newest that is whole. */
  public static final CheckpointChoice LATEST = new CheckpointChoice("latest");

  /** Of those that were validated, the best. */
  public static final CheckpointChoice BEST = new CheckpointChoice("best");

  public CheckpointChoice {
    UsageException.require(
        name.matches("latest|best|\\d{1,18}"),
        "checkpoint: expected a step, best or latest, got %s",
        name);
  }

  /** That of a step. */
  public static CheckpointChoice of(long step) {
    return new CheckpointChoice(String.valueOf(step));
  }

  /**
   * The checkpoint of a run.
   *
   * @throws UsageException if there is none, with those that there are
   * @throws dev.figment.ModelFileException if it is damaged
   */
  public Checkpoint in(RunFolder folder) {
    if (equals(LATEST)) {
      return folder.checkpoints().newest().orElseThrow(() -> none(folder));
    }
    List<Checkpoint> all = folder.checkpoints().all();
    UsageException.require(!all.isEmpty(), "%s", none(folder).getMessage());
    long step = equals(BEST) ? best(folder, all) : Long.parseLong(name);
    Checkpoint chosen =
        all.stream()
            .filter(each -> each.stepInName() == step)
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "%s: expected the step of a checkpoint, got %s. It has %s.",
                        folder.path(), name, steps(all)));
    chosen.verify();
    return chosen;
  }

  private static long best(RunFolder folder, List<Checkpoint> all) {
    OptionalLong step =
        new BestStep(folder)
            .among(all.stream().map(Checkpoint::stepInName).collect(Collectors.toSet()));
    return step.orElseThrow(
        () ->
            new UsageException(
                "%s: expected validations that say which checkpoint is best, got none in %s. Name"
                    + " a step, of %s.",
                folder.path(), folder.metrics().getFileName(), steps(all)));
  }

  private static String steps(List<Checkpoint> all) {
    return all.stream()
        .map(Checkpoint::stepInName)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static UsageException none(RunFolder folder) {
    return new UsageException(
        "%s has no checkpoint yet. Train it first: figment resume %s",
        folder.path(), ShellWord.of(folder.path()));
  }
}
