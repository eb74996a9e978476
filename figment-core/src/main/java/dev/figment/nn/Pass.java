package dev.figment.nn;

import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** One way through a network: its mode, its random stream, and the penalties met on the way. */
public final class Pass {
  private final Mode mode;
  private final RandomStream dropout;
  private final List<Tensor> penalties = new ArrayList<>();

  private Pass(Mode mode, RandomStream dropout) {
    this.mode = mode;
    this.dropout = dropout;
  }

  public static Pass training(RandomStream dropout) {
    return new Pass(Mode.TRAINING, dropout);
  }

  public static Pass inference() {
    return new Pass(Mode.INFERENCE, null);
  }

  public boolean isTraining() {
    return mode == Mode.TRAINING;
  }

  /** Where dropout and noise draw from; in training only. */
  public RandomStream dropout() {
    return dropout;
  }

  /** Adds a scalar that the loss is to grow by. */
  public void penalize(Tensor penalty) {
    penalties.add(penalty);
  }

  /** Scalars that layers ask to have added to the loss. */
  public List<Tensor> penalties() {
    return penalties;
  }
}
