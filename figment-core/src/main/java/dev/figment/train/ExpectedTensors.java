package dev.figment.train;

import dev.figment.ModelFileException;
import dev.figment.PlainText;
import dev.figment.format.SafetensorsFile;
import dev.figment.format.SafetensorsFile.Form;
import dev.figment.nn.Architecture;
import dev.figment.nn.ParameterSpec;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tensors a file must have, and of what shapes; of networks it is known before they are made.
 *
 * @param shapes by name: {@code generator.3.weight}
 */
public record ExpectedTensors(Map<String, long[]> shapes) {
  private static final int NAMED = 8;

  /** Those of networks, with no native code. */
  public static ExpectedTensors of(List<Architecture> networks) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    networks.forEach(each -> put(each, each.name() + ".", shapes));
    return new ExpectedTensors(shapes);
  }

  /** Those of a network, under its own names: {@code 3.weight}. */
  public static ExpectedTensors of(Architecture network) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    put(network, "", shapes);
    return new ExpectedTensors(shapes);
  }

  private static void put(Architecture network, String prefix, Map<String, long[]> into) {
    for (ParameterSpec each : network.parameters()) {
      into.put(prefix + each.name(), each.shape());
    }
  }

  static ExpectedTensors of(Map<String, Tensor> tensors) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return new ExpectedTensors(shapes);
  }

  /**
   * Compares them with what the header of a file says; none of its data is read.
   *
   * @param remedy the last sentence of messages
   * @throws ModelFileException if the file has others, or one of them in another shape or type
   */
  public void requireIn(SafetensorsFile file, String remedy) {
    if (!file.names().equals(shapes.keySet())) {
      throw new ModelFileException(
          "%s: expected %s, got %s. %s",
          file.path(),
          difference(shapes.keySet(), file.names()),
          difference(file.names(), shapes.keySet()),
          remedy);
    }
    shapes.forEach((name, shape) -> require(file, name, shape, remedy));
  }

  /** What some have beyond others, in words. */
  private static String difference(Set<String> some, Set<String> others) {
    List<String> more = some.stream().filter(each -> !others.contains(each)).toList();
    String names =
        more.stream().limit(NAMED).map(PlainText::name).collect(Collectors.joining(", "));
    if (more.size() > NAMED) {
      return "tensors %s and %d more".formatted(names, more.size() - NAMED);
    }
    return more.isEmpty() ? "no others" : "tensors " + names;
  }

  private static void require(SafetensorsFile file, String name, long[] shape, String remedy) {
    Form found = file.form(name);
    if (!Arrays.equals(found.shape(), shape)) {
      throw new ModelFileException(
          "%s: %s: expected %s, got %s. %s",
          file.path(), name, Arrays.toString(shape), Arrays.toString(found.shape()), remedy);
    }
    if (!found.isFloats()) {
      throw new ModelFileException(
          "%s: %s: expected F32, F16 or BF16, got %s. %s",
          file.path(), name, found.dtype(), remedy);
    }
  }
}
