package dev.figment.cli.progress;

import dev.figment.cli.report.LoadReportLines;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Device;
import dev.figment.train.Clock;
import dev.figment.train.EpochLength;
import dev.figment.train.Precision;
import dev.figment.train.TrainRecipe;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;

/** What a training is going to do, in words. */
public record TrainingPlan(Recipe recipe, ImageSet set, Device device) {
  public void print(PrintWriter err) {
    err.printf("%s: %s%n", recipe.recipe(), recipe.about());
    err.printf(Locale.ROOT, "  data      %s%n", data());
    LoadReportLines.print(set.loadReport(), "  ", err);
    err.printf("  networks  %s%n", networks());
    err.printf("  training  %s, on %s%n", length(), place());
  }

  /** The device, and the precision where it is not the usual one. */
  private String place() {
    Precision precision = recipe.train().precision();
    String name = device.name().toLowerCase(Locale.ROOT);
    return precision == Precision.FLOAT32 ? name : name + " in " + precision;
  }

  private String data() {
    return String.format(
        Locale.ROOT,
        "%,d examples of %s from %s/%s",
        set.size(),
        set.shape(),
        recipe.data().set(),
        recipe.data().split());
  }

  /** Those whose names differ by a number only, such as toImage4 and toImage8, are told as one. */
  private String networks() {
    return recipe.model().architectures(ExampleForm.of(set, recipe.data().range())).stream()
        .collect(
            Collectors.groupingBy(
                each -> each.name().replaceFirst("\\d+$", ""),
                LinkedHashMap::new,
                Collectors.summarizingLong(each -> each.summary().parameters())))
        .entrySet()
        .stream()
        .map(each -> networks(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String networks(String name, LongSummaryStatistics parameters) {
    String times = parameters.getCount() == 1 ? "" : parameters.getCount() + "× ";
    return String.format(Locale.ROOT, "%s%s with %,d parameters", times, name, parameters.getSum());
  }

  private String batch() {
    TrainRecipe train = recipe.train();
    String times = train.accumulate() == 1 ? "" : train.accumulate() + "×";
    return times + String.format(Locale.ROOT, "%,d", train.batch());
  }

  private String length() {
    Clock clock = new Clock(recipe.train(), set.size());
    String epoch =
        String.format(Locale.ROOT, "batches of %s, %s", batch(), words(clock.epochLength()));
    if (recipe.train().kimg() != null) {
      return String.format(Locale.ROOT, "%,.1f kimg at most, %s", recipe.train().kimg(), epoch);
    }
    double epochs = clock.epochLength().epochs(clock.totalSteps());
    return String.format(
        Locale.ROOT, "%,d steps (%.1f epochs), %s", clock.totalSteps(), epochs, epoch);
  }

  private static String words(EpochLength epoch) {
    return epoch.epochs() == 1
        ? String.format(Locale.ROOT, "%,d steps an epoch", epoch.steps())
        : String.format(Locale.ROOT, "%.1f epochs a step", epoch.epochs(1));
  }
}
