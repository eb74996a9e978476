package dev.figment.data.set;

import dev.figment.DataException;
import dev.figment.data.DataCard;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.reader.IdxFiles;
import dev.figment.nn.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of the MNIST family: of each split one {@linkplain IdxFiles IDX file} of images and one of
 * labels, plain or compressed, under the names that the family comes with ({@code
 * train-images-idx3-ubyte.gz}). Another of the family needs no class, only a card:
 *
 * <pre>{@code
 * to.add(DataSet.class, "kmnist", IdxSet.of("kmnist", about, page, license, classes));
 * }</pre>
 */
public record IdxSet(DataCard card) implements DataSet {
  private static final String FILES =
      "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and"
          + " t10k-labels-idx1-ubyte.gz";

  static final IdxSet MNIST =
      of(
          "mnist",
          "Handwritten digits, gray, 28×28; 60,000 train and 10,000 test in 10 classes",
          "http://yann.lecun.com/exdb/mnist/",
          "CC BY-SA 3.0; LeCun, Cortes and Burges 1998",
          Glyphs.DIGITS);

  static final IdxSet FASHION_MNIST =
      of(
          "fashion-mnist",
          "Garments and shoes, gray, 28×28; 60,000 train and 10,000 test in 10 classes",
          "https://github.com/zalandoresearch/fashion-mnist",
          "MIT; Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747",
          List.of(
              "T-shirt/top",
              "Trouser",
              "Pullover",
              "Dress",
              "Coat",
              "Sandal",
              "Shirt",
              "Sneaker",
              "Bag",
              "Ankle boot"));

  /**
   * A set of gray images, 28×28.
   *
   * @param classes in the order of the labels
   */
  public static IdxSet of(
      String name, String about, String page, String license, List<String> classes) {
    return new IdxSet(
        new DataCard(name, about, FILES, page, license, Shape.image(28, 28, 1), classes));
  }

  @Override
  public ImageSet read(DataRecipe recipe, @Nullable Path folder) {
    IdxFiles files =
        find(recipe.split(), folder)
            .orElseThrow(() -> missing(recipe.split(), "images-idx3", folder));
    if (files.labels() == null) {
      throw missing(recipe.split(), "labels-idx1", folder);
    }
    return files.read(card.name(), card.classes());
  }

  private static Optional<IdxFiles> find(Split split, @Nullable Path folder) {
    return folder == null ? Optional.empty() : IdxFiles.in(folder, split);
  }

  private DataException missing(Split split, String content, @Nullable Path folder) {
    String name = "%s-%s-ubyte".formatted(split == Split.TRAIN ? "train" : "t10k", content);
    return new DataSetFolder(card, folder).missing("no %s.gz or %s".formatted(name, name));
  }

  @Override
  public boolean isHere(Split split, @Nullable Path folder) {
    return find(split, folder).filter(files -> files.labels() != null).isPresent();
  }
}
