package dev.figment.bench.classes;

import dev.figment.bench.Arguments;
import dev.figment.bench.StopAfter;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.run.Run;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.Backend;
import dev.figment.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How often class-conditional models draw what they were asked for, in the eyes of a classifier
 * that learned from real images and says first how often it is right about others of them.
 *
 * <pre>{@code figment-bench/classes RUN... [--data-dir DIR] [--classifier FILE]}</pre>
 */
public final class ClassAccuracy {
  private ClassAccuracy() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    ClassOptions options = new ClassOptions();
    StopAfter.of(
        () -> {
          if (Arguments.read(options, args)) {
            run(options);
          }
        });
  }

  private static void run(ClassOptions options) {
    Backend.threads(options.threads);
    DataRecipe data = DataRecipe.of(options.set);
    ImageSet learned = ImageSets.open(data, options.settings().dataFolder());
    options.runs.forEach(run -> check(run, options, learned));
    try (ImageClassifier classifier = classifier(options, learned)) {
      ImageSet test = ImageSets.open(data.withSplit(Split.TEST), options.settings().dataFolder());
      Confusion own = classifier.confusion(test);
      System.out.printf(
          Locale.ROOT,
          "Classifier of %s, %d epochs: %.2f %% of %,d test images right. Drawn: %,d of each"
              + " class, seed %d. All in %%.%n%n",
          options.set,
          options.epochs,
          100 * own.accuracy(),
          test.size(),
          options.images,
          options.seed);
      printHead(learned.classes());
      print("test images", own);
      options.runs.forEach(run -> measure(run, options, classifier));
    }
  }

  /** Before the classifier is trained. */
  private static void check(Path path, ClassOptions options, ImageSet known) {
    try (Run run = Run.open(path, options.settings())) {
      AskedImages.requireFit(path.toString(), run.trained(), known);
    }
  }

  private static ImageClassifier classifier(ClassOptions options, ImageSet learned) {
    ImageClassifier made = new ImageClassifier(learned.shape(), learned.classes().size());
    if (options.kept().isThere()) {
      options.kept().read(made, learned, options.epochs);
    } else {
      made.learn(learned, options.epochs, epochsTold());
      options.kept().write(made, learned, options.epochs);
    }
    return made;
  }

  private static Listener epochsTold() {
    return Listener.ofTicks(
        tick ->
            System.err.printf(
                Locale.ROOT,
                "classifier: epoch %.0f, %.0f s, loss %.4f%n",
                tick.epoch(),
                tick.seconds(),
                tick.statistics().get("loss/classifier")));
  }

  private static void measure(Path path, ClassOptions options, ImageClassifier classifier) {
    try (Run run = Run.open(path, options.settings())) {
      Trained model = run.trained();
      ImageSet drawn =
          AskedImages.drawnBy(model, options.seed).of("drawn", model.form(), options.images);
      print("%s, step %,d".formatted(path, model.position().step()), classifier.confusion(drawn));
    }
  }

  private static void printHead(List<String> classes) {
    System.out.printf(
        "| | all | %s | most frequent confusion |%n|%s%n",
        String.join(" | ", classes), "---|".repeat(classes.size() + 3));
  }

  private static void print(String name, Confusion measured) {
    String each =
        IntStream.range(0, measured.classes().size())
            .mapToObj(asked -> percent(measured.accuracy(asked)))
            .collect(Collectors.joining(" | "));
    System.out.printf(
        "| %s | %s | %s | %s |%n", name, percent(measured.accuracy()), each, mistake(measured));
  }

  private static String mistake(Confusion measured) {
    return measured
        .mostFrequentMistake()
        .map(it -> "%s taken for %s: %s".formatted(it.asked(), it.seen(), percent(it.share())))
        .orElse("none");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
