package dev.figment.run.report;

import dev.figment.Progress;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import java.util.List;

/**
 * What a report is of.
 *
 * @param checkpoint that was chosen
 * @param trained its model
 * @param form of the examples
 * @param training what was learned from
 * @param test what was not; its own form, else the training's would do
 * @param seed of what is drawn
 * @param commands that make the run again
 */
record Subject(
    Run run,
    Found<Checkpoint> checkpoint,
    Found<Trained> trained,
    Found<ExampleForm> form,
    Found<ImageSet> training,
    Found<ImageSet> test,
    long seed,
    List<String> commands,
    Progress progress) {

  /**
   * Looks up what there is.
   *
   * @param checkpoint chosen by whoever opened the run
   */
  static Subject of(
      Run run, Found<Checkpoint> checkpoint, long seed, List<String> commands, Progress progress) {
    Found<Trained> trained =
        checkpoint.value() == null ? Found.none(checkpoint.why()) : Found.of(run.trained());
    Found<ImageSet> training = Found.data(run::data);
    return new Subject(
        run,
        checkpoint,
        trained,
        form(run, trained, training),
        training,
        Found.data(() -> run.data(Split.TEST)),
        seed,
        List.copyOf(commands),
        progress);
  }

  private static Found<ExampleForm> form(
      Run run, Found<Trained> trained, Found<ImageSet> training) {
    if (trained.value() != null) {
      return Found.of(trained.value().form());
    }
    return training.value() == null
        ? Found.none(training.why())
        : Found.of(ExampleForm.of(training.value(), run.recipe().data().range()));
  }

  Recipe recipe() {
    return run.recipe();
  }

  RunFolder folder() {
    return run.folder();
  }

  /** Whether examples are images; of a run that cannot say it, not. */
  boolean isOfImages() {
    return form.value() != null && form.value().shape().isImage();
  }
}
