package dev.figment.cli.option;

import dev.figment.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Mixin of the commands that change values of a recipe: {@code --set}. */
public final class RecipeChanges {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Change one value, named from the top; may be repeated:",
        "--set train.batch=128 --set model.gan.latent=16"
      })
  private List<String> changes = List.of();

  public boolean areGiven() {
    return !changes.isEmpty();
  }

  /**
   * All of them, by key.
   *
   * @param more changes of other options, which win
   */
  public Map<String, String> with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>();
    changes.forEach(change -> all.put(key(change), change.substring(key(change).length() + 1)));
    all.putAll(more);
    return all;
  }

  private static String key(String change) {
    int end = change.indexOf('=');
    UsageException.require(
        end > 0, "--set: expected KEY=VALUE as in --set train.batch=64, got %s.", change);
    return change.substring(0, end);
  }
}
