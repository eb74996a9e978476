package dev.figment.bench.classes;

import dev.figment.run.Settings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@link ClassAccuracy} is asked for. */
@Command(
    name = "figment-bench/classes",
    sortOptions = false,
    description = "How often class-conditional models draw what they were asked for.")
final class ClassOptions {
  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  List<Path> runs;

  @Option(names = "--data-dir", paramLabel = "DIR", description = "With one folder for each set.")
  private Path dataDir;

  @Option(
      names = "--set",
      paramLabel = "NAME",
      description =
          "Whose classes (${DEFAULT-VALUE}); the classifier learns from its training split.")
  String set = "mnist";

  @Option(names = "--images", paramLabel = "N", description = "Of each class (${DEFAULT-VALUE}).")
  int images = 1000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the points that images are drawn from (${DEFAULT-VALUE}).")
  int seed = 1;

  @Option(
      names = "--classifier",
      paramLabel = "FILE",
      description = "Keeps the classifier, so that a second call need not train it.")
  private Path classifier;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "That the classifier learns (${DEFAULT-VALUE}).")
  int epochs = 3;

  @Option(names = "--threads", paramLabel = "N", description = "Of the engine (${DEFAULT-VALUE}).")
  int threads = 1;

  @Option(names = "--help", usageHelp = true, description = "Prints this.")
  private boolean help;

  Settings settings() {
    return Settings.dataIn(dataDir);
  }

  ClassifierFile kept() {
    return new ClassifierFile(classifier);
  }
}
