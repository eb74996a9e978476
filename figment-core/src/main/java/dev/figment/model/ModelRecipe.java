package dev.figment.model;

import dev.figment.catalogue.Kind;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.nn.Architecture;
import java.util.List;

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
