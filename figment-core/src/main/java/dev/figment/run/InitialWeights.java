package dev.figment.run;

import dev.figment.UsageException;
import dev.figment.model.Model;
import dev.figment.nn.Architecture;
import dev.figment.nn.Parameters;
import dev.figment.run.folder.CheckpointChoice;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import dev.figment.train.ExpectedTensors;
import dev.figment.train.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weights that a training begins with in place of random ones, as far as they fit by name and
 * shape. Where only one of a generator and its moving average is there, both begin with it.
 *
 * @param weights of a run's newest checkpoint, or of a file
 */
record InitialWeights(String name, Weights weights) {
  private static final String EMA = "ema";
  private static final Logger LOG = LoggerFactory.getLogger(InitialWeights.class);

  /**
   * Reads them.
   *
   * @param name a run's folder, or a file of weights
   * @throws UsageException if there is neither
   */
  static InitialWeights of(String name) {
    Path path = Path.of(name);
    UsageException.require(
        Files.exists(path), "train.init: %s: expected a run or a file of weights, got none", path);
    return new InitialWeights(
        name,
        Files.isDirectory(path)
            ? CheckpointChoice.LATEST.in(RunFolder.open(path)).weights()
            : Weights.read(path));
  }

  /**
   * Refuses weights none of which fits.
   *
   * @param networks of the recipe
   */
  void requireFit(List<Architecture> networks) {
    Map<String, long[]> shapes = ExpectedTensors.of(networks).shapes();
    boolean fits =
        shapes.entrySet().stream()
            .anyMatch(each -> fitting(each.getKey(), each.getValue()) != null);
    UsageException.require(
        fits,
        "train.init: %s: expected weights that fit this recipe by name and shape, got none: they"
            + " are of networks %s, and the recipe has %s.",
        name,
        weights.networks(),
        networks.stream().map(Architecture::name).sorted().toList());
  }

  /** Puts what fits into a model, and says what does not. */
  void into(Model model) {
    Map<String, Tensor> parameters = Parameters.of(model.networks()).byName();
    List<String> unfit = new ArrayList<>();
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      parameters.forEach(
          (parameter, tensor) -> {
            String fitting = fitting(parameter, tensor.shape());
            if (fitting == null) {
              unfit.add(parameter + reason(parameter, tensor.shape()));
            } else {
              tensor.copyFrom(Tensor.of(weights.values(fitting), tensor.shape()));
            }
          });
    }
    LOG.info(
        "train.init: {}: {} of {} tensors fit{}",
        name,
        parameters.size() - unfit.size(),
        parameters.size(),
        unfit.isEmpty() ? "" : "; as they were drawn: " + String.join(", ", unfit));
  }

  /** The tensor that a parameter begins with, or null. */
  private @Nullable String fitting(String parameter, long[] shape) {
    return Stream.of(parameter, twin(parameter))
        .filter(each -> weights.names().contains(each))
        .filter(each -> Arrays.equals(weights.shape(each), shape))
        .findFirst()
        .orElse(null);
  }

  private String reason(String parameter, long[] shape) {
    return weights.names().contains(parameter)
        ? " (%s there, %s here)"
            .formatted(Arrays.toString(weights.shape(parameter)), Arrays.toString(shape))
        : " (not there)";
  }

  /**
   * The same parameter of the moving average, or the one that it follows: {@code ema.0.weight} of
   * {@code generator.0.weight}, {@code emaMapping.0.weight} of {@code mapping.0.weight}.
   */
  private static String twin(String parameter) {
    if (parameter.startsWith("ema.") || parameter.startsWith("emaLabel.")) {
      return "generator" + parameter.substring(EMA.length());
    }
    if (parameter.startsWith(EMA)) {
      String rest = parameter.substring(EMA.length());
      return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
    }
    return parameter.startsWith("generator")
        ? EMA + parameter.substring("generator".length())
        : EMA + parameter.substring(0, 1).toUpperCase(Locale.ROOT) + parameter.substring(1);
  }
}
