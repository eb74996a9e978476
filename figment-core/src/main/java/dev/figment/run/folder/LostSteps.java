package dev.figment.run.folder;

import dev.figment.DiskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run shows of steps after the checkpoint that it goes on from. They are made again, and may
 * turn out otherwise: by another learning rate, or on another CPU.
 *
 * @param step of the checkpoint; 0 where there is none
 */
public record LostSteps(RunFolder folder, long step) {
  /** Of the whole course, drawn anew at the next checkpoint or at the end. */
  private static final List<String> OF_THE_COURSE =
      List.of(
          "losses.png",
          "accuracy.png",
          "loss-scatter.png",
          "validation.png",
          "metrics.png",
          "progress.gif",
          "progress.png",
          "accuracies.txt");

  /**
   * Cuts all of it back: lines of statistics and metrics, pictures of single steps, and, where a
   * checkpoint of a later step is passed over, those of the whole course.
   *
   * @throws DiskException if that fails
   */
  public void cutBack() {
    new JsonLines(folder.statistics()).truncate(step);
    new JsonLines(folder.metrics()).truncate(step);
    Stream.concat(folder.fakes().stream(), folder.reconstructions().stream())
        .filter(each -> RunFolder.stepOf(each) > step)
        .forEach(LostSteps::delete);
    if (folder.checkpoints().all().stream().anyMatch(each -> each.stepInName() > step)) {
      OF_THE_COURSE.forEach(each -> delete(folder.picture(each)));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new DiskException(file, "deleting", e);
    }
  }
}
