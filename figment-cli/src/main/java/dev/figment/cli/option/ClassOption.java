package dev.figment.cli.option;

import dev.figment.ShellWord;
import dev.figment.run.exploration.Trained;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that make images: of which class, where the model knows classes. */
public final class ClassOption {
  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "Of this class only, where the model was taught classes.")
  private @Nullable String name;

  public boolean isGiven() {
    return name != null;
  }

  /**
   * The number of the class; null where none is asked for.
   *
   * @throws dev.figment.UsageException if the model does not know it
   */
  public @Nullable Integer number(Trained trained) {
    return name == null ? null : Integer.valueOf(trained.classes().number(name));
  }

  /** As it is typed behind a command; empty where none is asked for. */
  public String words() {
    return name == null ? "" : " --class " + ShellWord.of(name);
  }

  /** What files are called after it: {@code -t-shirt-top}, or nothing. */
  public String suffix() {
    return name == null
        ? ""
        : "-" + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }
}
