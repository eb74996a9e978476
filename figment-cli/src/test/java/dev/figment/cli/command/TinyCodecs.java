package dev.figment.cli.command;

import dev.figment.cli.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trainings of seconds of models that reconstruct, on one class of small digits. */
final class TinyCodecs {
  private static final List<String> CHANGES =
      List.of(
          "--threads=1",
          "--set=data.set=glyphs",
          "--set=data.split=test",
          "--set=data.size=8",
          "--set=data.classes=[\"3\"]",
          "--steps=30",
          "--set=watch.snapshots.everySteps=1000");

  private TinyCodecs() {}

  static Console autoencoder(Path folder, String... more) {
    return train(
        folder,
        "fashion-stacked-autoencoder",
        List.of(
            "--set=model.autoencoder.encoder=[flatten, {dense: 6}]",
            "--set=model.autoencoder.decoder=[{dense: {units: 64, activation: sigmoid}},"
                + " {reshape: [8, 8, 1]}]"),
        more);
  }

  static Console vae(Path folder, String... more) {
    return train(
        folder,
        "fashion-vae",
        List.of(
            "--set=model.vae.latent=2",
            "--set=model.vae.encoder=[flatten]",
            "--set=model.vae.decoder=[{dense: {units: 64, activation: sigmoid}},"
                + " {reshape: [8, 8, 1]}]"),
        more);
  }

  private static Console train(Path folder, String recipe, List<String> model, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", recipe, "--run=" + folder));
    arguments.addAll(CHANGES);
    arguments.addAll(model);
    arguments.addAll(List.of(more));
    return Console.run(arguments.toArray(String[]::new));
  }
}
