package com.example.moons;

import dev.figment.data.DataCard;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.nio.file.Path;
import java.util.List;

/** Two half circles that reach into each other: 1,000 points of each split, in 2 classes. */
final class Moons implements DataSet {
  private static final int POINTS = 1_000;
  private static final DataCard CARD =
      DataCard.synthetic(
          "moons",
          "Two half moons of points; 1,000 train and 1,000 test in 2 classes",
          "CC0",
          Shape.vector(2),
          List.of("upper", "lower"));

  @Override
  public DataCard card() {
    return CARD;
  }

  @Override
  public ImageSet read(DataRecipe recipe, Path folder) {
    RandomStream random = RandomStream.named("moons/" + recipe.split(), 1);
    int[] labels = new int[POINTS];
    float[] points = new float[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      labels[i] = i % 2;
      double angle = Math.PI * (random.nextDouble() + labels[i]);
      points[2 * i] = (float) (StrictMath.cos(angle) + labels[i]);
      points[2 * i + 1] = (float) (StrictMath.sin(angle) + 0.5 * labels[i]);
    }
    return ImageSet.ofFloats(CARD.name(), CARD.shape(), CARD.classes(), labels, points);
  }
}
