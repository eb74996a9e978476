package dev.figment.run.exploration;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;

/**
 * The examples that a model takes.
 *
 * @param classes how many it has to be told; 0 for none
 */
public record AcceptedExamples(ExampleForm form, int classes) {
  /** Refuses examples of another shape, or without the classes that the model has to be told. */
  public void require(ImageSet set) {
    UsageException.require(
        set.shape().equals(form.shape()),
        "%s: expected images of %s, as the model takes, got %s. Have them resized to that size"
            + " and color.",
        set.name(),
        form.shape(),
        set.shape());
    UsageException.require(
        classes == 0 || set.classes().equals(form.classes()),
        "%s: the model has to be told what each image is of. Put them into folders named after its"
            + " classes: %s",
        set.name(),
        String.join(", ", form.classes()));
  }
}
