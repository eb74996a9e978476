package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * f(x) + s(x): layers in sequence beside a shortcut, which is x itself where it has no layers. To
 * join the two along the channels instead: {@link Concatenate}.
 *
 * @param layers f, at least one
 * @param shortcut s, for where f changes the shape
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al. 2016, eq. 1 and 2</a>, without the
 *     activation after the sum: write it as a layer
 */
public record Residual(
    List<Layer> layers, @JsonProperty(defaultValue = "null") List<Layer> shortcut)
    implements Branched {
  public Residual {
    require(!layers.isEmpty(), "residual: expected at least one layer, got none");
    layers = List.copyOf(layers);
    shortcut = shortcut == null ? List.of() : List.copyOf(shortcut);
  }

  /** Beside x itself. */
  public Residual(List<Layer> layers) {
    this(layers, List.of());
  }

  @Override
  public List<Way> ways() {
    return List.of(new Way("layers", layers), new Way("shortcut", shortcut));
  }

  @Override
  public Merge merge() {
    return Merge.ADD;
  }
}
