package dev.figment.run.watching;

import dev.figment.format.AtomicFile;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Clock;
import dev.figment.train.Listener;

/** {@code accuracies.txt}: what classifiers came to, where there are any. */
record AccuracyTable(RunFolder folder) implements Listener {
  @Override
  public void onEnd(Clock clock) {
    Accuracies accuracies = Accuracies.of(folder);
    if (!accuracies.isEmpty()) {
      AtomicFile.write(folder.accuracies(), accuracies.toString());
    }
  }
}
