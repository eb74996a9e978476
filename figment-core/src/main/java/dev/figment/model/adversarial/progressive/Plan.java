package dev.figment.model.adversarial.progressive;

import dev.figment.data.ExampleForm;
import dev.figment.nn.Architecture;
import dev.figment.nn.Layer;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks that a recipe makes for images of a size: each a trunk of blocks in sequence, and
 * for each resolution a layer to or from an image, with which the trunk ends or begins there.
 *
 * @param image of the data
 * @param doublings from the start resolution to the image's
 */
record Plan(ProgressiveRecipe recipe, Shape image, int doublings) {
  static Plan of(ProgressiveRecipe recipe, ExampleForm form) {
    Shape image = form.shape();
    int doublings = 0;
    while (image.isImage() && recipe.start() << doublings < image.height()) {
      doublings++;
    }
    int grown = recipe.start() << doublings;
    if (!image.isImage() || image.height() != grown || image.width() != grown) {
      throw new ShapeException(
          "square images whose side is %d doubled any number of times, for progressiveGan"
              .formatted(recipe.start()),
          image,
          "Set data.size: %d, or another model.progressiveGan.start.".formatted(grown));
    }
    return new Plan(recipe, image, doublings);
  }

  int side(int level) {
    return recipe.start() << level;
  }

  private int channels(int level) {
    return recipe.channels().at(side(level));
  }

  private Shape features(int level) {
    return Shape.image(side(level), side(level), channels(level));
  }

  private Shape image(int level) {
    return Shape.image(side(level), side(level), image.channels());
  }

  Architecture generator(String name) {
    List<Layer> layers = new ArrayList<>(Blocks.beginning(recipe.start(), channels(0)));
    for (int level = 1; level <= doublings; level++) {
      layers.addAll(Blocks.growing(channels(level)));
    }
    return new Architecture(name, Shape.vector(recipe.latent()), layers);
  }

  /** One for each resolution, the lowest first. */
  List<Architecture> toImages(String name) {
    List<Architecture> exits = new ArrayList<>();
    for (int level = 0; level <= doublings; level++) {
      exits.add(
          new Architecture(name + side(level), features(level), Blocks.toImage(image.channels())));
    }
    return exits;
  }

  Architecture discriminator(String name) {
    List<Layer> layers = new ArrayList<>();
    for (int level = doublings; level > 0; level--) {
      layers.addAll(Blocks.shrinking(channels(level), channels(level - 1)));
    }
    layers.addAll(Blocks.ending(recipe.group(), channels(0)));
    return new Architecture(name, features(doublings), layers);
  }

  /** One for each resolution, the lowest first. */
  List<Architecture> fromImages(String name) {
    List<Architecture> entries = new ArrayList<>();
    for (int level = 0; level <= doublings; level++) {
      entries.add(
          new Architecture(name + side(level), image(level), Blocks.fromImage(channels(level))));
    }
    return entries;
  }
}
