package dev.figment.data.set;

import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.reader.CifarReader;
import dev.figment.data.reader.ImageZipReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CIFAR-10 as it lies in its folder: binary files, or else one zip of class folders per split. */
record CifarFolder(DatasetFolder folder) {
  private static final String PICKLES =
      "the Python version, pickled objects that can run code as they load (take the binary"
          + " version)";

  /** One split, from whichever files there are. */
  ImageSet read(DataRecipe recipe) {
    if (hasBatches()) {
      List<Path> files = batches(recipe.split()).map(this::requireBatch).toList();
      return CifarReader.read(folder.set().name(), files, CifarReader.RECORDS);
    }
    Optional<Path> zip = findZip(recipe.split());
    if (zip.isPresent()) {
      return ClassFolderSets.readAll(folder.set().name(), ImageZipReader.open(zip.get()), recipe);
    }
    throw folder.missing(hasPickles() ? PICKLES : "no " + recipe.split() + " split");
  }

  /** Whether {@link #read} finds all files of a split. */
  boolean has(Split split) {
    return hasBatches()
        ? batches(split).allMatch(name -> findBatch(name).isPresent())
        : findZip(split).isPresent();
  }

  private boolean hasBatches() {
    return findBatch("data_batch_1.bin").isPresent() || findBatch("test_batch.bin").isPresent();
  }

  private static Stream<String> batches(Split split) {
    return split == Split.TRAIN
        ? Stream.of(1, 2, 3, 4, 5).map("data_batch_%d.bin"::formatted)
        : Stream.of("test_batch.bin");
  }

  private Optional<Path> findZip(Split split) {
    return folder.findEnding("-" + split + ".zip");
  }

  private boolean hasPickles() {
    return folder
        .find("data_batch_1", "cifar-10-batches-py/data_batch_1", "cifar-10-python.tar.gz")
        .isPresent();
  }

  private Optional<Path> findBatch(String name) {
    return folder.find(name, "cifar-10-batches-bin/" + name);
  }

  private Path requireBatch(String name) {
    return findBatch(name).orElseThrow(() -> folder.missing("no " + name));
  }
}
