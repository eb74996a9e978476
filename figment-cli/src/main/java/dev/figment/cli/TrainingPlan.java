package dev.figment.cli;

import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.nn.Architecture;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Device;
import dev.figment.train.Clock;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a training is going to do, in words. */
record TrainingPlan(Recipe recipe, ImageSet set, Device device) {
  void print(PrintWriter err) {
    err.printf("%s: %s%n", recipe.recipe(), recipe.about());
    err.printf(Locale.ROOT, "  data      %s%n", data());
    err.printf("  networks  %s%n", networks());
    err.printf("  training  %s, on %s%n", length(), device.name().toLowerCase(Locale.ROOT));
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

  private String networks() {
    return recipe.model().architectures(ExampleForm.of(set, recipe.data().range())).stream()
        .map(TrainingPlan::network)
        .collect(Collectors.joining(", "));
  }

  private static String network(Architecture each) {
    return String.format(
        Locale.ROOT, "%s with %,d parameters", each.name(), each.summary().parameters());
  }

  private String length() {
    Clock clock = new Clock(recipe.train(), set.size());
    String epoch =
        String.format(
            Locale.ROOT,
            "batches of %,d, %,d steps an epoch",
            recipe.train().batch(),
            clock.stepsPerEpoch());
    if (recipe.train().kimg() != null) {
      return String.format(Locale.ROOT, "%,.1f kimg at most, %s", recipe.train().kimg(), epoch);
    }
    double epochs = (double) clock.totalSteps() / clock.stepsPerEpoch();
    return String.format(
        Locale.ROOT, "%,d steps (%.1f epochs), %s", clock.totalSteps(), epochs, epoch);
  }
}
