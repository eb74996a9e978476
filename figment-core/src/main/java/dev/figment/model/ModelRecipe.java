package dev.figment.model;

import dev.figment.catalogue.Kind;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.nn.Architecture;
import dev.figment.nn.JoinedNetworks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A model before it exists: the {@code model} section of a recipe. */
@Kind("model")
public interface ModelRecipe {
  /**
   * The networks for examples of this form, with no native code.
   *
   * @throws dev.figment.nn.ShapeException if layers do not fit
   * @throws dev.figment.UsageException if it cannot learn from such examples
   */
  List<Architecture> architectures(ExampleForm form);

  /**
   * What of it is of use by itself, as {@code generator} is, each by the names of its networks: by
   * itself each network with those that are called after it, as {@code decoderLabel} is after
   * {@code decoder}.
   */
  default Map<String, List<String>> parts(ExampleForm form) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    List<String> names = architectures(form).stream().map(Architecture::name).toList();
    for (String name : names) {
      String part =
          names.stream()
              .filter(each -> name.matches(Pattern.quote(each) + "([A-Z].*)?"))
              .findFirst()
              .orElse(name);
      parts.computeIfAbsent(part, unseen -> new ArrayList<>()).add(name);
    }
    return parts;
  }

  /**
   * The networks in a row as one update sees them, where a network learns through another that is
   * frozen meanwhile; empty where none does, or what one gives is not all that the other is told.
   *
   * @throws dev.figment.nn.ShapeException if layers do not fit
   */
  default Optional<JoinedNetworks> joined(ExampleForm form) {
    return Optional.empty();
  }

  /** How many real examples one batch of a phase takes, where {@code batch} is the recipe's. */
  default int realExamples(int batch) {
    return batch;
  }

  /**
   * Refuses examples that it cannot learn from, of a form that it takes; before anything is made.
   *
   * @throws dev.figment.UsageException if there are too few, for instance
   */
  default void check(ImageSet examples) {}

  /** Makes the model. */
  Model create(ModelContext context);
}
