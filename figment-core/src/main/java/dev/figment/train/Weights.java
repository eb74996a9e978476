package dev.figment.train;

import dev.figment.ModelFileException;
import dev.figment.format.Safetensors;
import dev.figment.format.SafetensorsWriter;
import dev.figment.model.Model;
import dev.figment.model.TrainingPosition;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The weights of networks out of a file, with what the file says of itself: {@code
 * weights.safetensors} of a checkpoint, or some networks of it in a file of their own. Tensors are
 * named after network and layer, {@code generator.3.weight}.
 */
public final class Weights {
  /** The metadata that says where the training was: step, epoch and images as JSON. */
  public static final String POSITION = "figment.moment";

  private static final Pattern OLD_AVERAGE = Pattern.compile("^average(?=[A-Z.])");
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Safetensors saved;

  private Weights(Path file, Safetensors saved) {
    this.file = file;
    this.saved = saved;
  }

  /**
   * Reads a file, whole.
   *
   * @throws ModelFileException if it is no safetensors file
   */
  public static Weights read(Path file) {
    return new Weights(file, Safetensors.read(file));
  }

  /** Writes what a training has so far. */
  static void write(
      Path file,
      Map<String, Tensor> weights,
      Map<String, String> metadata,
      TrainingPosition position) {
    Map<String, String> about = new TreeMap<>(metadata);
    about.put(POSITION, JSON.writeValueAsString(position));
    save(file, weights, about);
  }

  /** Writes tensors with what the file says of itself. */
  static void save(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    SafetensorsWriter writer = new SafetensorsWriter();
    metadata.forEach(writer::metadata);
    tensors.forEach((name, tensor) -> writer.put(name, tensor.shape(), tensor.toArray()));
    writer.write(file);
  }

  /** Where it was read. */
  public Path file() {
    return file;
  }

  /** What the file says about itself. */
  public Map<String, String> metadata() {
    return saved.metadata();
  }

  /** Where the training was when it was written; null in a file older than that entry. */
  public @Nullable TrainingPosition position() {
    String written = metadata().get(POSITION);
    if (written == null) {
      return null;
    }
    try {
      return JSON.readValue(written, TrainingPosition.class);
    } catch (JacksonException e) {
      throw new ModelFileException(
          "%s: %s: expected step, epoch and images, got %s", file, POSITION, written);
    }
  }

  /** The names of its tensors. */
  public Set<String> names() {
    return saved.entries().keySet();
  }

  /** The sizes of a tensor, outermost first. */
  public long[] shape(String name) {
    return saved.entry(name).shape();
  }

  /** The values of a tensor, row-major. */
  public float[] values(String name) {
    return saved.floats(name);
  }

  /** The networks of which it has tensors. */
  public Set<String> networks() {
    Set<String> names = new TreeSet<>();
    saved.entries().keySet().forEach(name -> names.add(networkOf(name)));
    return names;
  }

  /**
   * Copies some networks into a file of their own, which says of itself what this one does.
   *
   * @param networks that this one has
   */
  public void export(Set<String> networks, Path target) {
    SafetensorsWriter writer = new SafetensorsWriter();
    metadata().forEach(writer::metadata);
    saved.entries().entrySet().stream()
        .filter(each -> networks.contains(networkOf(each.getKey())))
        .forEach(each -> writer.put(each.getKey(), each.getValue()));
    writer.write(target);
  }

  /**
   * Puts them all into a model.
   *
   * @throws ModelFileException if the model's networks have other tensors
   */
  public void restore(Model model) {
    load(file, saved, TrainingState.weights(model));
  }

  /**
   * Puts them into a model of which this file may have only some networks; whoever runs one of the
   * others is refused.
   *
   * @throws ModelFileException if the networks that it has are of other tensors
   */
  public void restorePart(Model model) {
    Set<String> present = networks();
    List<Network> given =
        model.networks().stream()
            .filter(each -> present.contains(each.architecture().name()))
            .toList();
    load(file, saved, Parameters.of(given).byName());
    model.networks().stream()
        .filter(each -> !given.contains(each))
        .forEach(each -> each.observe(new MissingNetwork(file, present)));
  }

  private static String networkOf(String tensor) {
    int end = tensor.indexOf('.');
    return end < 0 ? tensor : tensor.substring(0, end);
  }

  /** Copies all tensors of a file to those of the same names. */
  static void load(Path file, Safetensors tensors, Map<String, Tensor> into) {
    Safetensors saved = tensors.renamed(name -> currentName(name, into));
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
