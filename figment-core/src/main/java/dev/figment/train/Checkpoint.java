package dev.figment.train;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.format.AtomicFile;
import dev.figment.format.Folders;
import dev.figment.format.SafetensorsFile;
import dev.figment.model.TrainingPosition;
import dev.figment.nn.Architecture;
import dev.figment.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/**
 * A folder with everything needed to go on as if never stopped. It is written beside, flushed, and
 * renamed: a crash leaves the one before whole.
 *
 * @param folder {@code checkpoints/step-00001000}
 */
public record Checkpoint(Path folder) {
  private static final String WEIGHTS = "weights.safetensors";
  private static final String TRAINING = "training.safetensors";
  private static final String STATE = "state.json";
  private static final List<String> FILES = List.of(WEIGHTS, TRAINING, STATE);

  /** What a folder is called while it is written. */
  static final String DRAFT = ".tmp";

  /**
   * Writes the state of a training.
   *
   * @param target the folder to be, which does not exist yet
   * @param metadata what the weights file says about itself
   * @throws DivergedException if a number is not finite; nothing is written then
   */
  static Checkpoint write(Path target, TrainingState state, Map<String, String> metadata) {
    Map<String, Tensor> weights = TrainingState.weights(state.model());
    requireFinite("weight ", weights, state.clock().step());
    requireFinite("optimizer state ", state.tensors(), state.clock().step());
    Path draft = draft(target);
    Folders.deleteIfExists(draft);
    try {
      fill(draft, state, weights, metadata);
      publish(draft, target);
      return new Checkpoint(target);
    } catch (RuntimeException e) {
      Folders.deleteIfExists(draft); // a full disk needs the room
      throw e;
    }
  }

  private static void fill(
      Path draft, TrainingState state, Map<String, Tensor> weights, Map<String, String> metadata) {
    Weights.write(draft.resolve(WEIGHTS), weights, metadata, state.clock().position());
    Weights.save(draft.resolve(TRAINING), state.tensors(), Map.of());
    AtomicFile.write(draft.resolve(STATE), CheckpointJson.write(Counters.of(state)));
    Manifest.write(draft, FILES);
  }

  private static void publish(Path draft, Path target) {
    try {
      Folders.flush(draft);
      Folders.deleteIfExists(target);
      Files.move(draft, target, ATOMIC_MOVE);
      Folders.flush(Objects.requireNonNull(target.getParent()));
    } catch (IOException e) {
      throw new DiskException(target, "moving the checkpoint into place", e);
    }
  }

  private static Path draft(Path target) {
    return target.resolveSibling(target.getFileName() + DRAFT);
  }

  /** Deletes it; a crash in between leaves a draft, and no checkpoint with files missing. */
  void delete() {
    Path draft = draft(folder);
    Folders.deleteIfExists(draft);
    try {
      Files.move(folder, draft, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DiskException(folder, "deleting", e);
    }
    Folders.deleteIfExists(draft);
  }

  private static void requireFinite(String what, Map<String, Tensor> tensors, long step) {
    NonFiniteNumbers.first(tensors)
        .ifPresent(
            name -> {
              String network = name.substring(0, name.indexOf('.'));
              throw new DivergedException(what + name, network, step, Double.NaN);
            });
  }

  /** Where the training was when it was written. */
  public TrainingPosition position() {
    return position(weights());
  }

  /**
   * The same.
   *
   * @param weights of this checkpoint, read before
   */
  public TrainingPosition position(Weights weights) {
    TrainingPosition written = weights.position();
    if (written != null && !isResumable()) {
      return written;
    }
    Counters counters = counters();
    return written == null // older than the entry
        ? new TrainingPosition(counters.step(), 0, counters.images())
        : written;
  }

  /** The same as the folder's name says it, whole or not. */
  public long stepInName() {
    return Long.parseLong(folder.getFileName().toString().substring("step-".length()));
  }

  /** The weights, read at each call. */
  public Weights weights() {
    return Weights.read(folder.resolve(WEIGHTS));
  }

  /** Whether a training can go on from it; of an earlier one, the weights alone may be left. */
  public boolean isResumable() {
    return Manifest.names(folder, TRAINING);
  }

  /**
   * What the weights came of, besides their recipe.
   *
   * @param data what was learned from, as {@link dev.figment.data.ImageSet#fingerprint} has it
   * @param threads that operations were split over when the checkpoint was written
   * @param seconds trained until then
   */
  public record Provenance(String data, int threads, double seconds) {}

  /** What it came of; empty where the weights alone are left. */
  public Optional<Provenance> provenance() {
    if (!isResumable()) {
      return Optional.empty();
    }
    Counters counters = counters();
    return Optional.of(new Provenance(counters.data(), counters.threads(), counters.seconds()));
  }

  /** How often its training had gone back, having diverged; it is one to go on from. */
  public int rollBacks() {
    return counters().timesBack();
  }

  /** How much room it takes. */
  public long bytes() {
    return FILES.stream().map(folder::resolve).mapToLong(Checkpoint::size).sum();
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  /**
   * Lets go of what only training needs, and leaves the weights. A crash in between leaves one or
   * the other whole.
   */
  void reduceToWeights() {
    if (Files.exists(folder.resolve(TRAINING)) || Files.exists(folder.resolve(STATE))) {
      Manifest.keepOnly(folder, WEIGHTS);
      Folders.deleteIfExists(folder.resolve(TRAINING));
      Folders.deleteIfExists(folder.resolve(STATE));
    }
  }

  /**
   * Compares all files with the manifest.
   *
   * @throws ModelFileException if one is missing or damaged
   */
  public void verify() {
    Manifest.verify(folder, isResumable() ? FILES : List.of(WEIGHTS));
  }

  /**
   * Compares its weights with what networks have, and reads its counters; before a model is made.
   *
   * @throws ModelFileException if a model of these networks cannot be trained on from it
   */
  public void requireFit(List<Architecture> networks) {
    weights().requireFit(networks);
    counters();
  }

  /**
   * Puts everything back.
   *
   * @throws dev.figment.DataException if the data is not what was learned from
   */
  public void restore(TrainingState state) {
    counters().requireSameData(state.batches().fingerprint());
    restoreOnAnyData(state);
  }

  /** The same, though the data may be other than what was learned from. */
  public void restoreOnAnyData(TrainingState state) {
    Counters counters = counters();
    weights().restore(state.model());
    Weights.load(SafetensorsFile.open(folder.resolve(TRAINING)), state.tensors());
    counters.restore(state, folder.resolve(STATE));
  }

  private Counters counters() {
    Path file = folder.resolve(STATE);
    try {
      Counters counters =
          CheckpointJson.read(file, "a checkpoint's state", new TypeReference<Counters>() {});
      counters.check(file);
      return counters;
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }
}
