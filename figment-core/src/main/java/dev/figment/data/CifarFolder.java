package dev.figment.data;

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
    boolean train = recipe.split() == Split.TRAIN;
    if (findBatch("data_batch_1.bin").isPresent() || findBatch("test_batch.bin").isPresent()) {
      Stream<String> names =
          train
              ? Stream.of(1, 2, 3, 4, 5).map("data_batch_%d.bin"::formatted)
              : Stream.of("test_batch.bin");
      List<Path> files = names.map(this::requireBatch).toList();
      return CifarReader.read(folder.set().name(), files, CifarReader.RECORDS);
    }
    Optional<Path> zip = folder.findEnding(train ? "-train.zip" : "-test.zip");
    if (zip.isPresent()) {
      return ClassFolderSets.readAll(folder.set().name(), ImageZipReader.open(zip.get()), recipe);
    }
    throw folder.missing(hasPickles() ? PICKLES : "no " + (train ? "train" : "test") + " split");
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
