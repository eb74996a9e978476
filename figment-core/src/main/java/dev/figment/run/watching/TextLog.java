package dev.figment.run.watching;

import dev.figment.model.Model;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.LogFile;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import dev.figment.train.WatchRecipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code log.txt}: a training in plain lines. What it runs on, its ticks, what is measured, which
 * files were written, warnings, and how it ended. It comes after those who write the files.
 */
final class TextLog implements Listener {
  private static final Logger LOG = LoggerFactory.getLogger(TextLog.class);

  private final WatchContext context;
  private final RunFolder folder;
  private final LogHeading heading;
  private final LogFile log;
  private final NewLines measured;
  private final List<String> early = new ArrayList<>();
  private boolean started;

  TextLog(WatchContext context, Model model) {
    this.context = context;
    this.folder = context.folder();
    this.heading = new LogHeading(context, model);
    this.log = new LogFile(folder.log());
    this.measured = new NewLines(new JsonLines(folder.metrics()));
  }

  /** Warns, in the file and where the program logs. */
  void warn(String warning) {
    LOG.warn(warning);
    if (started) {
      log.append("warning: " + warning);
    } else {
      early.add(warning); // comes below the heading
    }
  }

  @Override
  public void onStart(Clock clock) {
    measured.next(); // was said before
    heading.lines(clock).forEach(log::append);
    started = true;
    early.forEach(warning -> log.append("warning: " + warning));
    early.clear();
  }

  @Override
  public void onTick(Tick tick) {
    log.append(tick.toString());
    sayMeasured();
  }

  private void sayMeasured() {
    Measured.in(measured.next()).forEach(each -> log.append(each.toString()));
  }

  @Override
  public void onStep(Clock clock) {
    WatchRecipe watch = context.watch();
    if (watch.snapshots().schedule().isDue(clock)) {
      sayWritten(folder.fakes(clock.step()));
      sayWritten(folder.reconstructions(clock.step()));
    }
    if (watch.checkpoints().isDue(clock)) {
      sayCheckpoint(clock.step());
    }
  }

  private void sayWritten(Path file) {
    if (Files.exists(file)) {
      log.append("wrote " + folder.path().relativize(file));
    }
  }

  private void sayCheckpoint(long step) {
    folder.checkpoints().all().stream()
        .filter(each -> each.stepInName() == step)
        .map(Checkpoint::folder)
        .forEach(this::sayWritten);
  }

  @Override
  public void onEnd(Clock clock) {
    sayMeasured();
    if (clock.isFinished()) {
      log.append("finished at step " + clock.step());
    } else {
      sayCheckpoint(clock.step());
      log.append("stopped at step " + clock.step() + ", as it was asked to");
    }
  }
}
