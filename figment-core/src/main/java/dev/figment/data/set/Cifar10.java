package dev.figment.data.set;

import dev.figment.data.DataCard;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.reader.CifarReader;
import dev.figment.data.reader.ClassFolderReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The set {@code cifar-10}: its binary files, or else one zip of class folders per split. */
final class Cifar10 implements DataSet {
  private static final DataCard CARD =
      new DataCard(
          "cifar-10",
          "Animals and vehicles in color, 32×32; 50,000 train and 10,000 test in 10 classes",
          "data_batch_1.bin to data_batch_5.bin and test_batch.bin (or *-train.zip and"
              + " *-test.zip of class folders)",
          "https://www.cs.toronto.edu/~kriz/cifar.html",
          "no license stated; Krizhevsky 2009, Learning multiple layers of features",
          CifarReader.SHAPE,
          CifarReader.CLASSES);
  private static final String PICKLES =
      "the Python version, pickled objects that can run code as they load (take the binary"
          + " version)";

  @Override
  public DataCard card() {
    return CARD;
  }

  /** One split, from whichever files there are. */
  @Override
  public ImageSet read(DataRecipe recipe, @Nullable Path folder) {
    DataSetFolder files = new DataSetFolder(CARD, folder);
    if (hasBatches(files)) {
      List<Path> paths = batches(recipe.split()).map(name -> requireBatch(files, name)).toList();
      return CifarReader.read(CARD.name(), paths, CifarReader.RECORDS);
    }
    Path zip = findZip(files, recipe.split()).orElseThrow(() -> missing(files, recipe.split()));
    return ClassFolderReader.readAll(CARD.name(), zip, recipe);
  }

  @Override
  public boolean isHere(Split split, @Nullable Path folder) {
    DataSetFolder files = new DataSetFolder(CARD, folder);
    return hasBatches(files)
        ? batches(split).allMatch(name -> findBatch(files, name).isPresent())
        : findZip(files, split).isPresent();
  }

  private static boolean hasBatches(DataSetFolder files) {
    return findBatch(files, "data_batch_1.bin").isPresent()
        || findBatch(files, "test_batch.bin").isPresent();
  }

  private static Stream<String> batches(Split split) {
    return split == Split.TRAIN
        ? Stream.of(1, 2, 3, 4, 5).map("data_batch_%d.bin"::formatted)
        : Stream.of("test_batch.bin");
  }

  private static Optional<Path> findBatch(DataSetFolder files, String name) {
    return files.find(name, "cifar-10-batches-bin/" + name);
  }

  private static Path requireBatch(DataSetFolder files, String name) {
    return findBatch(files, name).orElseThrow(() -> files.missing("no " + name));
  }

  private static Optional<Path> findZip(DataSetFolder files, Split split) {
    return files.findEnding("-" + split + ".zip");
  }

  private static RuntimeException missing(DataSetFolder files, Split split) {
    return files.missing(hasPickles(files) ? PICKLES : "no " + split + " split");
  }

  private static boolean hasPickles(DataSetFolder files) {
    return files
        .find("data_batch_1", "cifar-10-batches-py/data_batch_1", "cifar-10-python.tar.gz")
        .isPresent();
  }
}
