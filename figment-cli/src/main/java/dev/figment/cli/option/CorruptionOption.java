package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.nn.Dropout;
import dev.figment.nn.GaussianNoise;
import dev.figment.run.exploration.Corruption;
import dev.figment.run.exploration.Trained;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of {@code reconstruct}: {@code --corrupt}. */
public final class CorruptionOption {
  private static final String RECIPES_OWN = "recipe";

  @Option(
      names = "--corrupt",
      arity = "0..1",
      fallbackValue = RECIPES_OWN,
      paramLabel = "KIND:AMOUNT",
      description = {
        "Damage the images first, and show three rows: originals, damaged, repaired. Without a"
            + " value as the recipe did in training; or",
        "dropout:0.5   each pixel becomes 0 with that probability, and others grow by 1/(1 - 0.5),"
            + " as in training",
        "gaussian:0.2  noise of that standard deviation on each pixel",
        "mask:0.25     a rectangle of that share of the area, anywhere in the image, becomes black"
      })
  private @Nullable String typed;

  public boolean isGiven() {
    return typed != null;
  }

  /** What files are called after it. */
  public String suffix() {
    return typed == null ? "" : "-" + typed.replace(RECIPES_OWN, "corrupted").replace(":", "");
  }

  /**
   * What to do to the images; null for nothing.
   *
   * @throws UsageException if it is of no known kind or amount, or is to be the recipe's own where
   *     that has none
   */
  public @Nullable Corruption of(Trained trained) {
    if (typed == null) {
      return null;
    }
    return typed.equals(RECIPES_OWN) ? trained.corruption() : parsed(trained);
  }

  private Corruption parsed(Trained trained) {
    String[] words = typed().split(":", 2);
    if (words.length < 2) {
      throw refusal();
    }
    double amount = number(words[1]);
    return switch (words[0]) {
      case "dropout" -> Corruption.of(List.of(new Dropout(amount)));
      case "gaussian" -> Corruption.of(List.of(new GaussianNoise(amount)));
      case "mask" -> Corruption.mask(amount, trained.form().range());
      default -> throw refusal();
    };
  }

  private String typed() {
    return String.valueOf(typed);
  }

  private double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw refusal();
    }
  }

  private UsageException refusal() {
    return new UsageException(
        "--corrupt: expected dropout:RATE, gaussian:DEVIATION or mask:SHARE, as in dropout:0.5, or"
            + " nothing for the recipe's own, got %s. Name the run and IMAGES before it.",
        typed);
  }
}
