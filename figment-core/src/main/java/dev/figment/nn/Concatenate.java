package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * f(x), and then s(x) beside it along the units, features or channels: layers in sequence and a
 * shortcut, which is x itself where it has no layers. Around a path that halves an image and
 * doubles it again, it is the skip connection of a U-Net; {@link Residual} adds the two instead.
 *
 * @param layers f, at least one; gives the height and width that s gives, with any channels
 * @param shortcut s, for where f changes height, width or steps
 * @see <a href="https://arxiv.org/abs/1505.04597">Ronneberger et al. 2015, section 2</a>. There the
 *     copied features come first and are cropped; here they come last, and a path that does not
 *     give the same size is refused
 */
public record Concatenate(
    List<Layer> layers, @JsonProperty(defaultValue = "null") List<Layer> shortcut)
    implements Branched {
  public Concatenate {
    require(!layers.isEmpty(), "concatenate: expected at least one layer, got none");
    layers = List.copyOf(layers);
    shortcut = shortcut == null ? List.of() : List.copyOf(shortcut);
  }

  /** With x itself. */
  public Concatenate(List<Layer> layers) {
    this(layers, List.of());
  }

  @Override
  public List<Way> ways() {
    return List.of(new Way("layers", layers), new Way("shortcut", shortcut));
  }

  @Override
  public Merge merge() {
    return Merge.CONCATENATE;
  }
}
