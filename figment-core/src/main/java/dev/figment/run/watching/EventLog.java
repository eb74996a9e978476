package dev.figment.run.watching;

import dev.figment.DiskException;
import dev.figment.format.EventFile;
import dev.figment.format.SummaryValue;
import dev.figment.model.Phase;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Tensor;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import dev.figment.train.WatchRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code events.out.tfevents.…}: for TensorBoard, what is in {@code stats.jsonl} and {@code
 * metrics.jsonl}, the pictures of snapshots, the recipe, and, where that is asked for, how
 * parameters and their gradients are distributed. Each stretch of a training has a file of its own.
 * It looks at what others wrote, and comes after them.
 */
final class EventLog implements Listener {
  private final RunFolder folder;
  private final WatchRecipe watch;
  private final NewLines measured;
  private final Map<String, SummaryValue> histograms = new LinkedHashMap<>();
  private @Nullable EventFile file;

  EventLog(WatchContext context) {
    this.folder = context.folder();
    this.watch = context.watch();
    this.measured = new NewLines(new JsonLines(folder.metrics()));
  }

  @Override
  public void onStart(Clock clock) {
    measured.next(); // stands in the files before
    if (!clock.isFinished()) {
      file = started(clock.step());
      append(clock.step(), recipe());
      if (clock.step() == 0) {
        append(0, image("reals", folder.picture("reals.png")));
      }
    }
  }

  private EventFile started(long step) {
    EventFile made = EventFile.create(folder.path());
    if (step > 0) {
      made.restart(step + 1);
    }
    return made;
  }

  private List<SummaryValue> recipe() {
    return Files.exists(folder.recipeFile())
        ? List.of(SummaryValue.text("recipe", "```yaml\n" + folder.recipe().toYaml() + "\n```"))
        : List.of();
  }

  @Override
  public void onGradients(Clock clock, Phase phase, List<Tensor> gradients) {
    if (watch.tensorBoard().histograms() && (clock.step() + 1) % watch.tickSteps() == 0) {
      int next = 0;
      for (Map.Entry<String, Tensor> each : phase.parameters().byName().entrySet()) {
        String name = phase.name() + "/" + each.getKey();
        keep("parameters/" + name, each.getValue());
        keep("gradients/" + name, gradients.get(next++));
      }
    }
  }

  private void keep(String tag, Tensor values) {
    histograms.put(tag, SummaryValue.histogram(tag, values.toArray()));
  }

  @Override
  public void onTick(Tick tick) {
    List<SummaryValue> values = new ArrayList<>(histograms.values());
    histograms.clear();
    if (watch.tensorBoard().scalars()) {
      Map<String, Object> line = tick.toLine();
      line.remove("step");
      line.forEach((name, value) -> values.add(scalar(tick, name, (Number) value)));
    }
    append(tick.step(), values);
    addMeasured();
  }

  /** What is no statistic of the model is the training's. */
  private static SummaryValue scalar(Tick tick, String name, Number value) {
    String tag = tick.statistics().containsKey(name) ? name : "training/" + name;
    return SummaryValue.scalar(tag, value.doubleValue());
  }

  private void addMeasured() {
    if (watch.tensorBoard().scalars()) {
      for (Measured each : Measured.in(measured.next())) {
        List<SummaryValue> values = new ArrayList<>();
        each.values()
            .forEach((name, value) -> values.add(SummaryValue.scalar(each.tag(name), value)));
        append(each.step(), values);
      }
    }
  }

  @Override
  public void onStep(Clock clock) {
    if (watch.snapshots().schedule().isDue(clock)) {
      append(clock.step(), image("fakes", folder.fakes(clock.step())));
      append(clock.step(), image("reconstructions", folder.reconstructions(clock.step())));
    }
  }

  /** The bytes of a picture that was drawn. */
  private List<SummaryValue> image(String tag, Path picture) {
    if (!watch.tensorBoard().images() || !Files.exists(picture)) {
      return List.of();
    }
    try {
      return List.of(SummaryValue.image(tag, Files.readAllBytes(picture)));
    } catch (IOException e) {
      throw new DiskException(picture, "reading", e);
    }
  }

  @Override
  public void onEnd(Clock clock) {
    addMeasured();
  }

  private void append(long step, List<SummaryValue> values) {
    if (file != null && !values.isEmpty()) {
      file.append(step, values);
    }
  }
}
