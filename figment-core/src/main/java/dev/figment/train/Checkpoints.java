package dev.figment.train;

import dev.figment.DiskException;
import dev.figment.FigmentException;
import dev.figment.ModelFileException;
import dev.figment.format.Folders;
import dev.figment.format.Temporaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run: {@code checkpoints/step-00001000}. The newest can be trained on; of
 * earlier ones that stay, the weights alone are left.
 */
public final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final Path folder;

  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes one, then lets go of earlier ones.
   *
   * @param metadata what the weights say of themselves
   * @param retention which of them stay
   */
  public Checkpoint write(TrainingState state, Map<String, String> metadata, Retention retention) {
    long step = state.clock().step();
    Path target = folder.resolve("step-%08d".formatted(step));
    Checkpoint written = Checkpoint.write(target, state, metadata);
    letGo(step, retention);
    return written;
  }

  /**
   * Lets go of those that are not to stay any more; a crash after the newest was written may have
   * left some. Damaged ones of later steps, from before a resume, do not count.
   *
   * @param step of the newest
   */
  public void letGo(long step, Retention retention) {
    List<Checkpoint> all = all().stream().filter(each -> each.stepInName() <= step).toList();
    Set<Checkpoint> whole = retention.whole(all);
    all.stream()
        .filter(each -> !whole.contains(each))
        .forEach(old -> letGo(old, retention.kept().test(old.stepInName())));
  }

  private static void letGo(Checkpoint old, boolean weightsStay) {
    if (!weightsStay) {
      old.delete();
      return;
    }
    try {
      old.reduceToWeights();
    } catch (ModelFileException e) {
      LOG.warn("left as it is: {}", e.getMessage());
    }
  }

  /**
   * The newest that is whole; damaged ones are passed over with a warning.
   *
   * @return none where none was written
   * @throws ModelFileException if there are some, and none is whole
   */
  public Optional<Checkpoint> newest() {
    List<Checkpoint> all = all();
    Optional<Checkpoint> newest = all.stream().filter(Checkpoints::isWhole).findFirst();
    if (newest.isEmpty() && !all.isEmpty()) {
      throw new ModelFileException(
          "%s: expected a checkpoint that is whole, got %d damaged. Put one back from a copy, or"
              + " delete the folder to train from the start.",
          folder, all.size());
    }
    return newest;
  }

  /**
   * The newest that a training can go on from; damaged ones are passed over with a warning.
   *
   * @return none where none was written
   * @throws ModelFileException if there are some, and none can be trained on
   */
  public Optional<Checkpoint> newestResumable() {
    Optional<Checkpoint> newest = newest();
    if (newest.isEmpty() || newest.get().isResumable()) {
      return newest;
    }
    Optional<Checkpoint> resumable =
        all().stream().filter(each -> isWhole(each) && each.isResumable()).findFirst();
    if (resumable.isEmpty()) {
      throw new ModelFileException(
          "%s: expected a checkpoint that can be trained on, got weights alone, the newest of step"
              + " %d. Train a recipe that names the run as train.init.",
          folder, newest.get().stepInName());
    }
    return resumable;
  }

  /** All that a training can go on from, newest first; damaged ones are passed over. */
  public List<Checkpoint> resumable() {
    return all().stream().filter(each -> isWhole(each) && each.isResumable()).toList();
  }

  /** Deletes those of later steps: the training goes another way from here on. */
  public void deleteAfter(long step) {
    all().stream().filter(each -> each.stepInName() > step).forEach(Checkpoint::delete);
  }

  private static boolean isWhole(Checkpoint checkpoint) {
    try {
      checkpoint.verify();
      return true;
    } catch (FigmentException e) {
      LOG.warn("passed over a checkpoint: {}", e.getMessage());
      return false;
    }
  }

  /** Deletes what a process that was killed left half written; for the one that holds the lock. */
  public void sweep() {
    named("step-\\d{8,18}\\" + Checkpoint.DRAFT).forEach(Folders::deleteIfExists);
    all().forEach(each -> Temporaries.sweep(each.folder()));
  }

  /** All of them, newest first, whole or not. */
  public List<Checkpoint> all() {
    return named("step-\\d{8,18}").stream()
        .map(Checkpoint::new)
        .sorted(Comparator.comparing(Checkpoint::stepInName).reversed())
        .toList();
  }

  private List<Path> named(String pattern) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(each -> each.getFileName().toString().matches(pattern)).toList();
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
  }
}
