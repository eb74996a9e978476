package dev.figment.data.set;

import dev.figment.data.DataCard;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.reader.ClassFolderReader;
import dev.figment.nn.Shape;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The set {@code flowers}: photographs in one zip of class folders. It is published without splits;
 * every tenth image by name is test here.
 */
final class Flowers implements DataSet {
  private static final String ZIP = "flowers.zip";
  private static final DataCard CARD =
      new DataCard(
          "flowers",
          "Photographs of 5 kinds of flowers, 128×128; 4,317, of which every tenth is test",
          ZIP + " (of class folders)",
          "https://www.kaggle.com/datasets/alxmamaev/flowers-recognition",
          "collected from the web, rights remain with the photographers; Mamaev 2018",
          Shape.image(128, 128, 3),
          List.of("daisy", "dandelion", "rose", "sunflower", "tulip"));

  @Override
  public DataCard card() {
    return CARD;
  }

  @Override
  public ImageSet read(DataRecipe recipe, @Nullable Path folder) {
    Path zip = new DataSetFolder(CARD, folder).require(ZIP);
    return ClassFolderReader.readTenthAsTest(CARD.name(), zip, recipe);
  }

  @Override
  public boolean isHere(Split split, @Nullable Path folder) {
    return new DataSetFolder(CARD, folder).find(ZIP).isPresent();
  }
}
