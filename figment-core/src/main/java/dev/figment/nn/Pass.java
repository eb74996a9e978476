package dev.figment.nn;

import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * One way through a network: its mode, its random stream, what its layers are told of the examples,
 * and the penalties met on the way.
 */
public final class Pass {
  private final Mode mode;
  private final RandomStream dropout;
  private final Tensor classes;
  private final int reference;
  private final List<Tensor> penalties;

  private Pass(
      Mode mode, RandomStream dropout, Tensor classes, int reference, List<Tensor> penalties) {
    this.mode = mode;
    this.dropout = dropout;
    this.classes = classes;
    this.reference = reference;
    this.penalties = penalties;
  }

  public static Pass training(RandomStream dropout) {
    return new Pass(Mode.TRAINING, dropout, null, 0, new ArrayList<>());
  }

  public static Pass inference() {
    return new Pass(Mode.INFERENCE, null, null, 0, new ArrayList<>());
  }

  /**
   * The same pass, its layers told the class of each example: penalties are collected in one place.
   *
   * @param classes class numbers (examples); null to tell none
   */
  public Pass withClasses(Tensor classes) {
    return new Pass(mode, dropout, classes, reference, penalties);
  }

  /**
   * The same pass, its layers told that the first so many examples are a reference for the others.
   */
  public Pass withReference(int examples) {
    return new Pass(mode, dropout, classes, examples, penalties);
  }

  /** The same for a batch in which each example comes so many times, one after the other. */
  Pass repeating(long times) {
    if (classes == null) {
      return this;
    }
    Tensor each = classes.reshape(-1, 1);
    return withClasses(each.expand(each.size(0), times).reshape(-1));
  }

  public boolean isTraining() {
    return mode == Mode.TRAINING;
  }

  /** Where dropout and noise draw from; in training only. */
  public RandomStream dropout() {
    return dropout;
  }

  /** Class numbers (examples); null where layers are told none. */
  public Tensor classes() {
    return classes;
  }

  /** How many examples, the first ones, are a reference for the others; 0 for none. */
  public int reference() {
    return reference;
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
