package dev.figment.data.download;

import static dev.figment.UsageException.require;

import dev.figment.Nearest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data set to be had from its public home. Sizes and SHA-256 are those that TensorFlow Datasets
 * publishes ({@code url_checksums}) for these files; what does not match is refused.
 *
 * @param name of the set, and of its folder in the data folder
 * @param files to be fetched
 * @param unpacked what is taken out of them, which then need not stay; null where they are read as
 *     they are
 */
public record RemoteSet(String name, List<RemoteFile> files, @Nullable Unpacked unpacked) {
  private static final String MNIST_1 = "https://storage.googleapis.com/cvdf-datasets/mnist/";
  private static final String MNIST_2 = "https://ossci-datasets.s3.amazonaws.com/mnist/";
  private static final String FASHION_1 =
      "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/";
  private static final String FASHION_2 =
      "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

  private static final List<RemoteSet> ALL =
      List.of(
          plain(
              "mnist",
              file(
                  "train-images-idx3-ubyte.gz",
                  9_912_422,
                  "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                  MNIST_1,
                  MNIST_2),
              file(
                  "train-labels-idx1-ubyte.gz",
                  28_881,
                  "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                  MNIST_1,
                  MNIST_2),
              file(
                  "t10k-images-idx3-ubyte.gz",
                  1_648_877,
                  "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                  MNIST_1,
                  MNIST_2),
              file(
                  "t10k-labels-idx1-ubyte.gz",
                  4_542,
                  "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                  MNIST_1,
                  MNIST_2)),
          plain(
              "fashion-mnist",
              file(
                  "train-images-idx3-ubyte.gz",
                  26_421_880,
                  "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                  FASHION_1,
                  FASHION_2),
              file(
                  "train-labels-idx1-ubyte.gz",
                  29_515,
                  "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                  FASHION_1,
                  FASHION_2),
              file(
                  "t10k-images-idx3-ubyte.gz",
                  4_422_102,
                  "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                  FASHION_1,
                  FASHION_2),
              file(
                  "t10k-labels-idx1-ubyte.gz",
                  5_148,
                  "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                  FASHION_1,
                  FASHION_2)),
          new RemoteSet(
              "cifar-10",
              List.of(
                  file(
                      "cifar-10-binary.tar.gz",
                      170_052_171,
                      "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
                      "https://www.cs.toronto.edu/~kriz/")),
              new Unpacked(cifarFiles())),
          new RemoteSet(
              "emnist",
              List.of(
                  file(
                      "gzip.zip",
                      561_753_746,
                      "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e",
                      "https://biometrics.nist.gov/cs_links/EMNIST/",
                      "https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/")),
              new Unpacked(emnistFiles())));

  public RemoteSet {
    files = List.copyOf(files);
  }

  private static RemoteSet plain(String name, RemoteFile... files) {
    return new RemoteSet(name, List.of(files), null);
  }

  private static RemoteFile file(String name, long size, String sha256, String... folders) {
    List<URI> addresses = Stream.of(folders).map(each -> URI.create(each + name)).toList();
    return new RemoteFile(name, addresses, size, sha256);
  }

  private static List<String> cifarFiles() {
    Stream<String> train = IntStream.rangeClosed(1, 5).mapToObj("data_batch_%d.bin"::formatted);
    return Stream.concat(train, Stream.of("test_batch.bin")).toList();
  }

  private static List<String> emnistFiles() {
    return Stream.of("balanced", "byclass", "bymerge", "digits", "letters", "mnist")
        .map("%1$s/emnist-%1$s-"::formatted)
        .flatMap(
            set ->
                Stream.of(
                    set + "mapping.txt",
                    set + "train-images-idx3-ubyte.gz",
                    set + "train-labels-idx1-ubyte.gz",
                    set + "test-images-idx3-ubyte.gz",
                    set + "test-labels-idx1-ubyte.gz"))
        .toList();
  }

  /** The names of those that are to be had, sorted. */
  public static List<String> names() {
    return ALL.stream().map(RemoteSet::name).sorted().toList();
  }

  /**
   * The one of a name.
   *
   * @throws dev.figment.UsageException if none of that name is to be had
   */
  public static RemoteSet named(String name) {
    Map<String, RemoteSet> byName = new TreeMap<>();
    ALL.forEach(each -> byName.put(each.name, each));
    require(
        byName.containsKey(name),
        "%s: expected a set that has a public home, one of %s%s",
        name,
        String.join(", ", byName.keySet()),
        Nearest.hint(name, byName.keySet()));
    return Objects.requireNonNull(byName.get(name));
  }

  /** The same, its files asked for below another address instead. */
  public RemoteSet from(URI base) {
    return new RemoteSet(name, files.stream().map(each -> each.from(base)).toList(), unpacked);
  }

  /** What lies in its folder in the end. */
  public List<String> placed() {
    return unpacked == null ? files.stream().map(RemoteFile::name).toList() : unpacked.files();
  }
}
