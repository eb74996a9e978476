package dev.figment.cli.command;

import dev.figment.cli.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A training of seconds: the smallest networks that the demo's recipe allows. */
public final class TinyGan {
  private static final List<String> RECIPE =
      List.of(
          "glyphs-dcgan",
          "--threads=1",
          "--set=data.split=test",
          "--set=train.batch=4",
          "--set=model.gan.latent=3",
          "--set=model.gan.generator=[{dense: 98}, {reshape: [7, 7, 2]},"
              + " {conv2dTranspose: {filters: 1, kernel: 4, stride: 4, padding: same}}]",
          "--set=model.gan.discriminator=[flatten, {dense: 1}]",
          "--set=watch.tickSteps=2",
          "--set=watch.snapshots.grid=2x2");

  private TinyGan() {}

  /** {@code train} with this recipe. */
  static Console train(Path folder, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(RECIPE);
    arguments.add("--run=" + folder);
    arguments.addAll(List.of(more));
    return Console.run(arguments.toArray(String[]::new));
  }

  public static List<String> recipe() {
    return RECIPE;
  }
}
