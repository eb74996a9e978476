package dev.figment.cli.progress;

import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.train.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the bar of a training, the most telling first, so that a narrow terminal
 * leaves out the least: {@code d1 0.65 d2 0.70 g 0.72}, {@code acc 98/97 %}, {@code 410 images/s}.
 * As in tutorials, d1 is a discriminator's loss on real images, d2 that on generated ones, g the
 * generator's.
 *
 * @param accuracy of the last snapshot: on real and on generated images; null before the first, and
 *     of other models
 */
record BarMessage(Tick tick, @Nullable DiscriminatorAccuracy accuracy) {
  /** All losses together; the accuracy; the speed. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    parts.add(String.join(" ", isOfGan() ? lossesOfGan() : losses()));
    if (accuracy != null) {
      parts.add(
          String.format(
              Locale.ROOT, "acc %.0f/%.0f %%", 100 * accuracy.real(), 100 * accuracy.fake()));
    }
    parts.add(String.format(Locale.ROOT, "%.0f images/s", tick.imagesPerSecond()));
    return parts;
  }

  private boolean isOfGan() {
    return tick.statistics().keySet().containsAll(List.of("loss/real", "loss/fake"));
  }

  private List<String> lossesOfGan() {
    List<String> words = new ArrayList<>();
    words.add(word("d1", "loss/real"));
    words.add(word("d2", "loss/fake"));
    if (tick.statistics().containsKey("loss/generator")) {
      words.add(word("g", "loss/generator"));
    }
    return words;
  }

  private List<String> losses() {
    return tick.statistics().keySet().stream()
        .filter(name -> name.startsWith("loss/"))
        .map(name -> word(name.substring("loss/".length()), name))
        .toList();
  }

  private String word(String label, String name) {
    double value = tick.statistics().getOrDefault(name, Double.NaN);
    boolean isSmall = value != 0 && Math.abs(value) < 0.1;
    return String.format(Locale.ROOT, isSmall ? "%s %.2g" : "%s %.2f", label, value);
  }
}
