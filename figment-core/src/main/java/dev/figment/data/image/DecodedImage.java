package dev.figment.data.image;

import java.util.EnumSet;
import java.util.Set;

/**
 * An image, and what became of it on its way in.
 *
 * @param conversions each once, whatever the number of pixels
 */
public record DecodedImage(Image image, Set<Conversion> conversions) {
  /** The same image, of which this is true besides. */
  DecodedImage and(Image changed, Set<Conversion> more) {
    EnumSet<Conversion> all = EnumSet.noneOf(Conversion.class);
    all.addAll(conversions);
    all.addAll(more);
    return new DecodedImage(changed, all);
  }
}
