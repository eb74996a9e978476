package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several branches from one input, each of layers in sequence, concatenated along the units,
 * features or channels in their order, or added. {@link Residual} and {@link Concatenate} are the
 * two that are usual.
 *
 * @param branches at least two; one without layers gives x itself
 * @param merge to concatenate, they give the same height and width, or steps, with any channels; to
 *     add, the same shape
 * @see <a href="https://arxiv.org/abs/1409.4842">Szegedy et al. 2015, figure 2</a>, for branches of
 *     convolutions that are concatenated
 */
public record Parallel(
    List<List<Layer>> branches, @JsonProperty(defaultValue = "concatenate") Merge merge)
    implements Branched {
  public Parallel {
    require(
        branches.size() >= 2, "parallel: expected at least two branches, got %d", branches.size());
    branches = branches.stream().map(List::copyOf).toList();
  }

  /** Concatenated. */
  public Parallel(List<List<Layer>> branches) {
    this(branches, Merge.CONCATENATE);
  }

  @Override
  public List<Way> ways() {
    return IntStream.range(0, branches.size())
        .mapToObj(i -> new Way("branches." + i, branches.get(i)))
        .toList();
  }
}
