package dev.figment.data.set;

import dev.figment.data.reader.CifarReader;
import dev.figment.nn.Shape;
import java.util.List;

/** The sets that have a name, and what is known of each. */
final class Catalogue {
  static final List<String> GARMENTS =
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
          "Ankle boot");
  private static final List<String> FLOWERS =
      List.of("daisy", "dandelion", "rose", "sunflower", "tulip");
  private static final String IDX_FILES =
      "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and"
          + " t10k-labels-idx1-ubyte.gz";

  static final List<KnownSet> SETS =
      List.of(
          new KnownSet(
              "mnist",
              "Handwritten digits, grey, 28×28; 60,000 train and 10,000 test in 10 classes",
              IDX_FILES,
              "http://yann.lecun.com/exdb/mnist/",
              "CC BY-SA 3.0; LeCun, Cortes and Burges 1998",
              Shape.image(28, 28, 1),
              Glyphs.DIGITS),
          new KnownSet(
              "fashion-mnist",
              "Garments and shoes, grey, 28×28; 60,000 train and 10,000 test in 10 classes",
              IDX_FILES,
              "https://github.com/zalandoresearch/fashion-mnist",
              "MIT; Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747",
              Shape.image(28, 28, 1),
              GARMENTS),
          new KnownSet(
              "cifar-10",
              "Animals and vehicles in colour, 32×32; 50,000 train and 10,000 test in 10 classes",
              "data_batch_1.bin to data_batch_5.bin and test_batch.bin (or *-train.zip and"
                  + " *-test.zip of class folders)",
              "https://www.cs.toronto.edu/~kriz/cifar.html",
              "no licence stated; Krizhevsky 2009, Learning multiple layers of features",
              CifarReader.SHAPE,
              CifarReader.CLASSES),
          new KnownSet(
              "flowers",
              "Photographs of 5 kinds of flowers, 128×128; 4,317, of which every tenth is test",
              "flowers.zip (of class folders)",
              "https://www.kaggle.com/datasets/alxmamaev/flowers-recognition",
              "collected from the web, rights remain with the photographers; Mamaev 2018",
              Shape.image(128, 128, 3),
              FLOWERS),
          new KnownSet(
              Glyphs.NAME,
              "Digits drawn from strokes, grey, 28×28; 60,000 train and 10,000 test in 10 classes",
              "",
              "",
              "Apache-2.0, drawn by Figment",
              Glyphs.SHAPE,
              Glyphs.DIGITS),
          new KnownSet(
              ColorShapes.NAME,
              "Shapes on colour gradients, 32×32; 12,000 train and 2,400 test in 6 classes",
              "",
              "",
              "Apache-2.0, drawn by Figment",
              ColorShapes.SHAPE,
              ColorShapes.CLASSES),
          new KnownSet(
              TiltedPlane.NAME,
              "60 points in space near a bent, tilted plane, centred; unlabelled",
              "",
              "",
              "Apache-2.0, drawn by Figment",
              TiltedPlane.SHAPE,
              List.of()),
          new KnownSet(
              EightGaussians.NAME,
              "Points around 8 centres on a circle; 20,000 train and 2,000 test in 8 classes",
              "",
              "",
              "Apache-2.0, drawn by Figment after Metz et al. 2017, arXiv:1611.02163",
              EightGaussians.SHAPE,
              EightGaussians.CLASSES));

  private Catalogue() {}
}
