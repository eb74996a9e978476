package dev.figment.run.projection;

import dev.figment.Progress;
import dev.figment.Progress.Task;

/** How far a {@link Projection} is: the steps of all restarts of all chunks. */
final class Course {
  private final Task task;
  private final Progress progress;
  private int done;

  Course(Projection settings, int chunks, Progress progress) {
    double steps = (double) settings.steps() * settings.restarts() * chunks;
    this.task = new Task("projection", (int) steps, "steps", "loss"); // of too many, all there are
    this.progress = progress;
  }

  void step(double meanLoss) {
    progress.at(task, ++done, meanLoss);
  }
}
