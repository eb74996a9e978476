package dev.figment.train;

import dev.figment.ModelFileException;
import dev.figment.PlainText;
import dev.figment.format.SafetensorsFile;
import dev.figment.format.SafetensorsWriter;
import dev.figment.model.Model;
import dev.figment.model.TrainingPosition;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * The weights of networks out of a file, with what the file says of itself: {@code
 * weights.safetensors} of a checkpoint, or some networks of it in a file of their own. Tensors are
 * named after network and layer, {@code generator.3.weight}.
 */
public final class Weights {
  /** The metadata that says where the training was: step, epoch and images as JSON. */
  public static final String POSITION = "figment.moment";

  private static final Pattern OLD_AVERAGE = Pattern.compile("^average(?=[A-Z.])");

  /** Parameters that a network may have which a file does not, whatever the file has. */
  private static final long MOST_MISSING = 4_000_000;

  private static final int MISSING_RATIO = 10;

  private final SafetensorsFile saved;

  private Weights(SafetensorsFile saved) {
    this.saved = saved;
  }

  /**
   * Reads what a file says of its weights; they themselves are read when they are asked for.
   *
   * @throws ModelFileException if it is no safetensors file
   */
  public static Weights read(Path file) {
    return new Weights(SafetensorsFile.open(file));
  }

  /** Writes what a training has so far. */
  static void write(
      Path file,
      Map<String, Tensor> weights,
      Map<String, String> metadata,
      TrainingPosition position) {
    Map<String, String> about = new TreeMap<>(metadata);
    about.put(POSITION, CheckpointJson.writeLine(position));
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
    return saved.path();
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
    return CheckpointJson.parse(
        written,
        "%s: %s: expected step, epoch and images, got %s"
            .formatted(file(), POSITION, PlainText.quoted(written)),
        new TypeReference<>() {});
  }

  /** The names of its tensors. */
  public Set<String> names() {
    return saved.names();
  }

  /** The sizes of a tensor, outermost first. */
  public long[] shape(String name) {
    return saved.form(name).shape();
  }

  /**
   * The values of a tensor, row-major; read at each call.
   *
   * @throws ModelFileException if they are no floats, or not finite
   */
  public float[] values(String name) {
    return values(saved, name);
  }

  private static float[] values(SafetensorsFile saved, String name) {
    float[] values = saved.read(Set.of(name)).floats(name);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new ModelFileException(
            "%s: %s: expected finite numbers, got %s", saved.path(), PlainText.name(name), value);
      }
    }
    return values;
  }

  /** The networks of which it has tensors. */
  public Set<String> networks() {
    Set<String> names = new TreeSet<>();
    saved.names().forEach(name -> names.add(networkOf(name)));
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
    Set<String> chosen = new LinkedHashSet<>(saved.names());
    chosen.removeIf(name -> !networks.contains(networkOf(name)));
    saved.read(chosen).entries().forEach(writer::put);
    writer.write(target);
  }

  /**
   * Compares them with what networks have, before these are made.
   *
   * @throws ModelFileException if the networks have other tensors
   */
  public void requireFit(List<Architecture> networks) {
    requireIn(saved, ExpectedTensors.of(networks));
  }

  /**
   * The same of a file that may have some of the networks alone. The others must not be far larger
   * than those: a recipe in a file of a few bytes could ask for any size.
   *
   * @throws ModelFileException if those that it has are of other tensors, or the others are too
   *     large
   */
  public void requireFitPart(List<Architecture> networks) {
    Set<String> present = networks();
    Map<Boolean, List<Architecture>> given =
        networks.stream().collect(Collectors.partitioningBy(each -> present.contains(each.name())));
    requireFit(Objects.requireNonNull(given.get(true)));
    double here = count(Objects.requireNonNull(given.get(true)));
    double missing = count(Objects.requireNonNull(given.get(false)));
    if (missing > Math.max(MOST_MISSING, MISSING_RATIO * here)) {
      throw new ModelFileException(
          "%s: expected the weights of all networks, or of all but small ones, got %.0f numbers"
              + " where the recipe asks for %.0f more. Use the run that it was exported from.",
          file(), here, missing);
    }
  }

  private static double count(List<Architecture> networks) {
    return networks.stream()
        .flatMap(each -> each.parameters().stream())
        .mapToDouble(ParameterSpec::count)
        .sum();
  }

  /**
   * Puts them all into a model.
   *
   * @throws ModelFileException if the model's networks have other tensors
   */
  public void restore(Model model) {
    load(saved, TrainingState.weights(model));
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
    load(saved, Parameters.of(given).byName());
    model.networks().stream()
        .filter(each -> !given.contains(each))
        .forEach(each -> each.observe(new MissingNetwork(file(), present)));
  }

  private static String networkOf(String tensor) {
    int end = tensor.indexOf('.');
    return end < 0 ? tensor : tensor.substring(0, end);
  }

  /** Copies all tensors of a file to those of the same names, once all have been compared. */
  static void load(SafetensorsFile tensors, Map<String, Tensor> into) {
    SafetensorsFile saved = requireIn(tensors, ExpectedTensors.of(into));
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      into.forEach(
          (name, tensor) -> tensor.copyFrom(Tensor.of(values(saved, name), tensor.shape())));
    }
  }

  /** The file's tensors under today's names. */
  private static SafetensorsFile requireIn(SafetensorsFile tensors, ExpectedTensors expected) {
    Set<String> names = expected.shapes().keySet();
    SafetensorsFile saved = tensors.renamed(name -> currentName(name, names));
    expected.requireIn(saved, "The recipe is not the one it was trained with.");
    return saved;
  }

  /** The networks of moving averages were once called {@code average}. */
  private static String currentName(String name, Set<String> names) {
    return names.contains(name) ? name : OLD_AVERAGE.matcher(name).replaceFirst("ema");
  }
}
