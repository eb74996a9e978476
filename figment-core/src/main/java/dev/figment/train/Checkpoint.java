package dev.figment.train;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.format.AtomicFile;
import dev.figment.format.Folders;
import dev.figment.format.Safetensors;
import dev.figment.format.SafetensorsWriter;
import dev.figment.model.Model;
import dev.figment.model.TrainingPosition;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

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
  private static final String POSITION = "figment.moment";
  private static final List<String> FILES = List.of(WEIGHTS, TRAINING, STATE);

  /** What a folder is called while it is written. */
  static final String DRAFT = ".tmp";

  private static final Pattern OLD_AVERAGE = Pattern.compile("^average(?=[A-Z.])");
  private static final JsonMapper JSON = new JsonMapper();

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
    Path draft = target.resolveSibling(target.getFileName() + DRAFT);
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
    Map<String, String> about = new TreeMap<>(metadata);
    about.put(POSITION, JSON.writeValueAsString(state.clock().position()));
    save(draft.resolve(WEIGHTS), weights, about);
    save(draft.resolve(TRAINING), state.tensors(), Map.of());
    AtomicFile.write(
        draft.resolve(STATE),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Counters.of(state)));
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

  private static void requireFinite(String what, Map<String, Tensor> tensors, long step) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      tensors.forEach(
          (name, tensor) -> {
            if (tensor.allFinite().toFloats().item() == 0) {
              String network = name.substring(0, name.indexOf('.'));
              throw new DivergedException(what + name, network, step, Double.NaN);
            }
          });
    }
  }

  private static void save(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    SafetensorsWriter writer = new SafetensorsWriter();
    metadata.forEach(writer::metadata);
    tensors.forEach((name, tensor) -> writer.put(name, tensor.shape(), tensor.toArray()));
    writer.write(file);
  }

  /** Where the training was when it was written. */
  public TrainingPosition position() {
    Counters counters = counters();
    String written = metadata().get(POSITION);
    return written == null // older than the entry
        ? new TrainingPosition(counters.step(), 0, counters.images())
        : JSON.readValue(written, TrainingPosition.class);
  }

  /** The same as the folder's name says it, whole or not. */
  public long stepInName() {
    return Long.parseLong(folder.getFileName().toString().substring("step-".length()));
  }

  /** What the weights file says about itself. */
  public Map<String, String> metadata() {
    return Safetensors.read(folder.resolve(WEIGHTS)).metadata();
  }

  /**
   * Compares all files with the manifest.
   *
   * @throws ModelFileException if one is missing or damaged
   */
  public void verify() {
    Manifest.verify(folder, FILES);
  }

  /** Puts everything back. */
  public void restore(TrainingState state) {
    restoreWeights(state.model());
    load(folder.resolve(TRAINING), state.tensors());
    counters().restore(state, folder.resolve(STATE));
  }

  /** Puts the weights back, and nothing else: enough to use the model. */
  public void restoreWeights(Model model) {
    load(folder.resolve(WEIGHTS), TrainingState.weights(model));
  }

  private Counters counters() {
    Path file = folder.resolve(STATE);
    try {
      Counters counters = JSON.readValue(Files.readString(file), Counters.class);
      if (counters == null) {
        throw new ModelFileException("%s: not a checkpoint's state: null", file);
      }
      if (counters.format() > Counters.FORMAT) {
        throw new ModelFileException(
            "%s: expected checkpoint format %d or earlier, got %d. Use the Figment that wrote it.",
            file, Counters.FORMAT, counters.format());
      }
      return counters;
    } catch (JacksonException e) {
      throw new ModelFileException(
          "%s: not a checkpoint's state: %s", file, e.getOriginalMessage());
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }

  private static void load(Path file, Map<String, Tensor> into) {
    Safetensors saved = Safetensors.read(file).renamed(name -> currentName(name, into));
    if (!saved.entries().keySet().equals(into.keySet())) {
      throw new ModelFileException(
          "%s: expected tensors %s, got %s. The recipe is not the one it was trained with.",
          file, into.keySet(), saved.entries().keySet());
    }
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      into.forEach((name, tensor) -> copy(saved, name, tensor, file));
    }
  }

  /** The networks of moving averages were once called {@code average}. */
  private static String currentName(String name, Map<String, Tensor> into) {
    return into.containsKey(name) ? name : OLD_AVERAGE.matcher(name).replaceFirst("ema");
  }

  private static void copy(Safetensors saved, String name, Tensor tensor, Path file) {
    long[] shape = saved.entry(name).shape();
    if (!Arrays.equals(shape, tensor.shape())) {
      throw new ModelFileException(
          "%s: %s: expected %s, got %s. The recipe is not the one it was trained with.",
          file, name, Arrays.toString(tensor.shape()), Arrays.toString(shape));
    }
    tensor.copyFrom(Tensor.of(saved.floats(name), shape));
  }
}
