package dev.figment.optim;

import dev.figment.catalogue.Kind;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An update rule as a record: what a recipe writes under {@code optimizer}. */
@Kind("optimizer")
public interface Rule {
  double learningRate();

  /** Time decay: step t (from 0) uses learningRate / (1 + decay·t). */
  double decay();

  /** Each gradient value is cut to ±this; null for no limit. */
  @Nullable Double clipValue();

  /** Each parameter's gradient is scaled down to this Euclidean norm; null for no limit. */
  @Nullable Double clipNorm();

  /**
   * The same rule with room for updates between its own, so that as many steps as before take it as
   * far: Adam's learning rate times the share, and its βs to the power of it.
   *
   * @param share of all updates that were there before, in (0, 1)
   * @return none where the rule cannot be paced
   * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, appendix B</a>
   */
  default Optional<Rule> paced(double share) {
    return Optional.empty();
  }

  /** The names of the vectors that the rule remembers, all zero at first. */
  List<String> state();

  /**
   * Moves parameters once, each number by itself: whoever calls may do so for one vector of all of
   * them or for parts.
   *
   * @param parameters a vector, changed in place
   * @param gradient a vector of as many numbers; may be overwritten
   * @param state the vectors of {@link #state()}, as long, which this updates
   * @param rate the learning rate after decay
   * @param step counts from 1
   */
  void update(Tensor parameters, Tensor gradient, List<Tensor> state, double rate, long step);
}
