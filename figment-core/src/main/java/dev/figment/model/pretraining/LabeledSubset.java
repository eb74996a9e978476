package dev.figment.model.pretraining;

import dev.figment.UsageException;
import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import java.util.stream.IntStream;

/** The few examples of a set whose labels a classifier may see, resident in memory. */
record LabeledSubset(ImageSet examples, Range range, Device device) {
  /**
   * So many of a set, as evenly over its classes as can be: the first classes give one more where
   * it does not come out even.
   *
   * @param labels how many; {@link #check} has seen them
   * @param stream which of a class, each with the same probability
   */
  static ImageSet choose(ImageSet set, int labels, RandomStream stream) {
    return set.only(
        IntStream.range(0, set.classes().size())
            .mapToObj(each -> stream.some(members(set, each), share(set, labels, each)))
            .flatMapToInt(IntStream::of)
            .toArray());
  }

  /**
   * Refuses more labels than examples.
   *
   * @throws UsageException naming the first class that has too few
   */
  static void check(ImageSet set, int labels) {
    int classes = set.classes().size();
    for (int each = 0; each < classes; each++) {
      int there = members(set, each).length;
      UsageException.require(
          share(set, labels, each) <= there,
          "pretrainedClassifier: labels: expected at most %d of class %s, which is all that %s has,"
              + " got %d. Lower labels: they are spread evenly over %d classes.",
          there,
          set.classes().get(each),
          set.name(),
          share(set, labels, each),
          classes);
    }
  }

  private static int share(ImageSet set, int labels, int which) {
    int classes = set.classes().size();
    return labels / classes + (which < labels % classes ? 1 : 0);
  }

  private static int[] members(ImageSet set, int which) {
    return IntStream.range(0, set.size()).filter(i -> set.label(i) == which).toArray();
  }

  /** A minibatch, drawn with replacement, as tensors of the innermost open scope. */
  Batch draw(int size, RandomStream stream) {
    return Batch.of(examples, range, stream.ints(size, 0, examples.size()).toArray(), device);
  }
}
