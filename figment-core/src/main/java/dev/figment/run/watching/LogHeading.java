package dev.figment.run.watching;

import dev.figment.data.ImageSet;
import dev.figment.model.Model;
import dev.figment.nn.Network;
import dev.figment.tensor.Backend;
import dev.figment.train.Clock;
import dev.figment.train.TrainRecipe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code log.txt} says of a stretch of a training as it begins: what, of what, and on what.
 */
record LogHeading(WatchContext context, Model model) {
  List<String> lines(Clock clock) {
    ImageSet set = context.data().training();
    return Stream.of(
            clock.step() == 0 ? "=== start" : "=== going on from step " + clock.step(),
            "recipe    " + context.title(),
            "command   " + System.getProperty("sun.java.command", "not known"),
            "figment   " + program(),
            "engine    " + engine(),
            "data      " + data(set),
            line("left out  ", set.loadReport().leftOutInWords()),
            line("changed   ", set.loadReport().changedInWords()),
            "networks  "
                + model.networks().stream().map(this::words).collect(Collectors.joining(", ")),
            "training  " + training(clock.length()))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** Empty where there is nothing to say. */
  private static String line(String what, String words) {
    return words.isEmpty() ? "" : what + words;
  }

  private static String program() {
    String version = LogHeading.class.getPackage().getImplementationVersion();
    return "%s, Java %s on %s %s"
        .formatted(
            version == null ? "from class files" : version,
            Runtime.version(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  private static String engine() {
    Map<String, String> report = Backend.report();
    return "%s, %s, threads %s"
        .formatted(report.get("engine"), report.get("instructions"), report.get("threads"));
  }

  private static String data(ImageSet set) {
    return String.format(Locale.ROOT, "%,d examples of %s", set.size(), set.shape());
  }

  private String words(Network network) {
    String name = network.architecture().name();
    return String.format(Locale.ROOT, "%s with %,d parameters", name, network.parameters().count());
  }

  private String training(TrainRecipe train) {
    String length =
        Stream.of(
                words(train.epochs(), "epochs"),
                words(train.steps(), "steps"),
                words(train.kimg(), "kimg"))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" or "));
    return "%s in batches of %s, seed %d, on %s"
        .formatted(length, train.batchWords(), context.seed(), context.device());
  }

  private static @Nullable String words(@Nullable Number length, String unit) {
    return length == null ? null : length + " " + unit;
  }
}
