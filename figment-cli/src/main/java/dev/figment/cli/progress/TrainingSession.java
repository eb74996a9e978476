package dev.figment.cli.progress;

import dev.figment.ShellWord;
import dev.figment.run.Run;
import dev.figment.run.watching.Accuracies;
import dev.figment.tensor.Device;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine;

/**
 * One stretch of training in front of the user: the plan, progress, an orderly stop, and what to do
 * next. What is said goes to standard error, the run's folder to standard output.
 */
public final class TrainingSession {
  private final Run run;
  private final Device device;
  private final CommandLine line;
  private final ProfiledTraining profiled;

  public TrainingSession(Run run, Device device, CommandLine line) {
    this(run, device, line, ProfiledTraining.off());
  }

  public TrainingSession(Run run, Device device, CommandLine line, ProfiledTraining profiled) {
    this.profiled = profiled;
    this.run = run;
    this.device = device;
    this.line = line;
  }

  /** Trains; the exit code is 0, or that of the signal that ended it before its end. */
  public int train() {
    PrintWriter err = line.getErr();
    new TrainingPlan(run.recipe(), run.data(), device).print(err);
    err.printf("  run       %s%n", run.folder().path());
    StepRange steps = new StepRange();
    OptionalInt stopped = train(steps);
    profiled.report(run.folder(), err);
    if (!steps.finished) {
      sayStopped(err, steps.last);
    } else if (steps.first == steps.last) {
      sayFinished(err, steps.last);
    } else {
      sayNext(err);
    }
    line.getOut().println(run.folder().path());
    return steps.finished ? 0 : stopped.orElse(0);
  }

  private OptionalInt train(StepRange steps) {
    PrintWriter err = line.getErr();
    try (Interruption interruption = Interruption.of(run::stop, () -> steps.begun, err);
        ConsoleProgress progress = ConsoleProgress.on(err)) {
      run.train(profiled.start(), steps, progress);
      return interruption.exitCode();
    }
  }

  private void sayStopped(PrintWriter err, long step) {
    boolean kept =
        run.folder().checkpoints().all().stream().anyMatch(each -> each.stepInName() == step);
    err.printf("stopped at step %d, %s checkpoint%n", step, kept ? "with a" : "without a");
    err.printf("go on:    figment resume %s%n", ShellWord.of(run.folder().path()));
  }

  private void sayFinished(PrintWriter err, long step) {
    err.printf("finished already, at step %d%n", step);
    err.printf("longer:   figment resume %s --epochs N%n", ShellWord.of(run.folder().path()));
  }

  private void sayNext(PrintWriter err) {
    String folder = ShellWord.of(run.folder().path());
    List<Path> fakes = run.folder().fakes();
    List<Path> reconstructions = run.folder().reconstructions();
    sayLast(err, fakes);
    sayLast(err, reconstructions);
    Accuracies accuracies = Accuracies.of(run.folder());
    if (!accuracies.isEmpty()) {
      err.print(accuracies);
    }
    err.printf("losses:   %s%n", run.folder().picture("losses.png"));
    if (!reconstructions.isEmpty()) {
      err.printf("next:     figment reconstruct %s%n", folder);
      err.printf("          figment map %s%n", folder);
    } else if (!fakes.isEmpty()) {
      err.printf("next:     figment sample %s --grid 8x8 --seed 7%n", folder);
    } else { // vectors, or a training too short for a picture
      err.printf("next:     figment runs%n");
    }
  }

  private static void sayLast(PrintWriter err, List<Path> pictures) {
    if (!pictures.isEmpty()) {
      err.printf("pictures: %s%n", pictures.get(pictures.size() - 1));
    }
  }

  /** Where the stretch began and ended. */
  private final class StepRange implements Listener {
    private volatile boolean begun;
    private long first;
    private long last;
    private boolean finished;

    @Override
    public void onStart(Clock clock) {
      begun = true;
      first = clock.step();
      if (first > 0 && !clock.isFinished()) {
        line.getErr().printf("going on from step %d%n", first);
      }
    }

    @Override
    public void onEnd(Clock clock) {
      last = clock.step();
      finished = clock.isFinished();
    }
  }
}
