package dev.figment.train.profile;

import dev.figment.UsageException;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.nn.Network;
import dev.figment.train.StepObserver;
import dev.figment.train.StepPart;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a profile of some steps of a training; after them it looks away. Steps before them it looks
 * at and forgets, since looking has to warm up, too. It changes no number, and slows the steps that
 * it looks at by some ten microseconds for each layer.
 */
public final class Profiler implements StepObserver {
  /** Steps that are usually left out first; small ones get faster for some hundred. */
  public static final int WARM_UP = 5;

  /** Steps that are usually looked at. */
  public static final int STEPS = 20;

  private final int warmUp;
  private final int steps;
  private final Timeline timeline = new Timeline();
  private final LayerWatch layers = new LayerWatch(timeline);
  private List<Network> watched = List.of();
  private @Nullable Phase phase;
  private boolean isLooking;
  private long seen;
  private long first;
  private long last;
  private long stepStart;
  private long phaseStart;

  /**
   * @param warmUp steps that are forgotten first, at least 0
   * @param steps looked at after them, at least 1; fewer where the training ends earlier
   */
  public Profiler(int warmUp, int steps) {
    UsageException.require(warmUp >= 0, "warmUp: expected at least 0, got %d", warmUp);
    UsageException.require(steps >= 1, "steps: expected at least 1, got %d", steps);
    this.warmUp = warmUp;
    this.steps = steps;
  }

  /** Steps that are left out first. */
  public int warmUp() {
    return warmUp;
  }

  /** What was seen; empty where training ended before the warm-up. */
  public Optional<Profile> profile() {
    return last == 0
        ? Optional.empty()
        : Optional.of(
            new Profile(
                first, last, timeline.rows(last - first + 1), List.copyOf(timeline.spans())));
  }

  @Override
  public void onStepStart(Model model, long step) {
    seen++;
    isLooking = seen <= warmUp + steps;
    if (isLooking) {
      if (seen <= warmUp + 1) {
        first = step;
        timeline.clear();
      }
      watched = model.networks();
      watched.forEach(network -> network.observe(layers));
      stepStart = System.nanoTime();
      onPart(StepPart.REST);
    }
  }

  @Override
  public void onPhaseStart(Phase started) {
    if (isLooking) {
      timeline.leave();
      phase = started;
      phaseStart = System.nanoTime();
      layers.startPhase(started);
    }
  }

  @Override
  public void onPart(StepPart part) {
    if (!isLooking) {
      return;
    }
    if (part == StepPart.LOSS) { // of the next batch, the graph of the one before is gone
      layers.endPhase();
      layers.startPhase(Objects.requireNonNull(phase));
    } else if (part == StepPart.GRADIENTS) {
      layers.startGradients(Objects.requireNonNull(phase));
    } else {
      timeline.enter(place(part));
    }
  }

  private static Work update(Phase phase) {
    return Work.update(phase.parameters().count(), phase.optimizer().state().size());
  }

  private static Place place(StepPart part) {
    return Place.of(part.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void onPhaseEnd() {
    if (isLooking) {
      timeline.leave();
      Phase ended = Objects.requireNonNull(phase);
      timeline.add(place(StepPart.OPTIMIZER), update(ended));
      timeline.surround(ended.name(), "phase", phaseStart);
      phase = null;
      layers.endPhase();
      onPart(StepPart.REST);
    }
  }

  @Override
  public void onStepEnd() {
    if (isLooking) {
      timeline.leave();
      last = seen > warmUp ? first + seen - warmUp - 1 : 0;
      timeline.surround("step " + last, "step", stepStart);
      watched.forEach(network -> network.observe(null));
    }
  }
}
