package dev.figment.model;

import dev.figment.data.Batch;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.Map;

/** A model that can say how well it does on examples that it has not learned from. */
public interface Validated {
  /**
   * Without dropout and the like, and without a graph.
   *
   * @param stream where anything random is drawn from
   * @return by name, one number for each example (examples); their mean is what is reported
   */
  Map<String, Tensor> validate(Batch batch, RandomStream stream);
}
