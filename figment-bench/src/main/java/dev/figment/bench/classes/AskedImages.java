package dev.figment.bench.classes;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.run.exploration.Trained;
import java.util.stream.IntStream;

/** Images that a model was asked for by class, labeled with what was asked. */
interface AskedImages {
  /**
   * @param classes what each image is to be of
   * @return their pixels one after the other, bytes channels last, as they would be saved
   */
  byte[] of(int[] classes);

  /** So many of each class, class after class. */
  default ImageSet of(String name, ExampleForm form, int each) {
    int count = Math.multiplyExact(form.classes().size(), each);
    int[] asked = IntStream.range(0, count).map(i -> i / each).toArray();
    return ImageSet.ofBytes(name, form.shape(), form.classes(), asked, of(asked));
  }

  /**
   * From random points.
   *
   * @param seed of the points
   */
  static AskedImages drawnBy(Trained model, long seed) {
    return classes ->
        model.imagesAt(model.randomPoints(classes.length, seed), classes.clone()).pixels();
  }

  /**
   * Refuses a model that cannot be asked for the classes that a classifier tells.
   *
   * @param run where it comes from, for messages
   * @param known whose shape and classes the classifier has learned
   */
  static void requireFit(String run, Trained model, ImageSet known) {
    UsageException.require(
        model.classes().count() > 0,
        "%s: expected a model that can be asked for a class, got one that knows none. Train"
            + " mnist-conditional-gan or mnist-acgan, for instance.",
        run);
    ExampleForm form = model.form();
    UsageException.require(
        form.shape().equals(known.shape()),
        "%s: expected images of %s, as the classifier of %s knows them, got %s. Choose the set that"
            + " the run learned from with --set.",
        run,
        known.shape(),
        known.name(),
        form.shape());
    UsageException.require(
        form.classes().equals(known.classes()),
        "%s: expected the classes of %s (%s), got %s. Choose the set that the run learned from with"
            + " --set.",
        run,
        known.name(),
        String.join(", ", known.classes()),
        String.join(", ", form.classes()));
  }
}
