package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs of a moment of every kind that can be explored, on pictures of 8×8 in two classes. */
record ExploredRuns(Path folder) {
  private static final String AUTOENCODER =
      """
      autoencoder:
        encoder: [flatten, {dense: 3}]
        decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
        optimizer: adam
      """;

  private static final String VAE =
      """
      vae:
        latent: 2
        encoder: [flatten, {dense: {units: 8, activation: relu}}]
        decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
        optimizer: adam
      """;

  private static final String VECTORS =
      """
      autoencoder:
        encoder: [{dense: 2}]
        decoder: [{dense: 3}]
        loss: meanSquaredError
        optimizer: {sgd: 0.1}
      """;

  static ExploredRuns in(Path folder) throws IOException {
    ExploredRuns explored = new ExploredRuns(folder);
    explored.draw("train", 24);
    explored.draw("test", 26);
    return explored;
  }

  /** Bars and slopes in turn, each a little darker than the one before. */
  private void draw(String split, int count) {
    for (int i = 0; i < count; i++) {
      byte[] levels = new byte[64];
      for (int j = 0; j < 8; j++) {
        levels[8 * (i % 2 == 0 ? j : i % 8) + j] = (byte) (255 - 3 * i);
      }
      String name = "%s/%02d.png".formatted(i % 2 == 0 ? "slopes" : "bars", i);
      Png.write(GrayImage.of(8, 8, levels), picture(split, name));
    }
  }

  Path picture(String split, String name) {
    return folder.resolve("pictures").resolve(split).resolve(name);
  }

  Path autoencoder() throws IOException {
    return train("autoencoder", pictures(), AUTOENCODER);
  }

  Path vae() throws IOException {
    return train("vae", pictures(), VAE);
  }

  Path conditional() throws IOException {
    return train("conditional", pictures(), VAE + "  labelUnits: 3\n");
  }

  Path vectors() throws IOException {
    return train("vectors", "tilted-plane", VECTORS);
  }

  private String pictures() {
    return "'" + folder.resolve("pictures") + "'";
  }

  private Path train(String name, String set, String model) throws IOException {
    Path recipe = folder.resolve(name + ".yaml");
    Files.writeString(
        recipe,
        """
        recipe: %s
        data: {set: %s}
        model:
        %s
        train: {batch: 8, steps: 3}
        watch: {tickSteps: 3}
        """
            .formatted(name, set, model.indent(2).stripTrailing()));
    Path run = folder.resolve(name);
    Console trained = Console.run("train", recipe.toString(), "--threads=1", "--run=" + run);
    assertThat(trained.code()).as(trained.err()).isZero();
    return run;
  }
}
