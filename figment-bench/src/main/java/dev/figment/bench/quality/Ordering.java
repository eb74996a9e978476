package dev.figment.bench.quality;

import dev.figment.Progress;
import dev.figment.bench.Arguments;
import dev.figment.bench.StopAfter;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.DataSplits;
import dev.figment.data.set.ImageSets;
import dev.figment.metric.Estimate;
import dev.figment.metric.Measurement;
import dev.figment.metric.MetricName;
import dev.figment.run.quality.ImageSource;
import dev.figment.run.quality.RealImages;
import dev.figment.run.quality.Reference;
import dev.figment.run.quality.SamplePlan;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether metrics put sets of images in the order in which a person would: other real ones, mildly
 * blurred ones, noisy ones, and one class alone. The reference is the first half of the training
 * split; what is compared with it is not in it.
 *
 * <pre>{@code figment-bench/ordering [--data-dir DIR] [--set mnist]}</pre>
 */
public final class Ordering {
  private static final long SEED = 1;
  private static final List<String> METRICS =
      List.of("fd", "kd", "swd", "precision", "recall", "density", "coverage", "cs", "ms-ssim");

  private Ordering() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    OrderingOptions options = new OrderingOptions();
    StopAfter.of(
        () -> {
          if (Arguments.read(options, args)) {
            run(options);
          }
        });
  }

  private static void run(OrderingOptions options) {
    Backend.threads(options.threads);
    DataRecipe data = DataRecipe.of(options.set);
    ImageSet train = ImageSets.open(data, options.dataFolder());
    ImageSet test = ImageSets.open(data.withSplit(Split.TEST), options.dataFolder());
    int half = train.size() / 2;
    ImageSet learned = train.only(IntStream.range(0, half).toArray());
    ImageSet others = train.only(IntStream.range(half, train.size()).toArray());
    ImageSet one = ImageSet.joined(List.of(others, test)).onlyClasses(List.of(options.oneClass));
    int count = Math.min(options.count, Math.min(test.size(), one.size()));
    SamplePlan plan =
        new SamplePlan(METRICS.stream().map(each -> MetricName.parse(each, count, false)).toList());
    Map<String, ImageSet> sets = new LinkedHashMap<>();
    sets.put("real", test);
    sets.put("blurred", Damage.blurred(test));
    sets.put("noisy", Damage.noisy(test, options.noise, SEED));
    sets.put("one class: " + options.oneClass, one);
    try (Reference reference = new Reference(new RealImages(DataSplits.of(learned, test)), null)) {
      sets.forEach((name, set) -> print(name, measured(plan, set, reference)));
    }
  }

  private static List<Measurement> measured(SamplePlan plan, ImageSet set, Reference reference) {
    return plan.measure(ImageSource.of(set), reference, SEED, Progress.NONE);
  }

  private static void print(String name, List<Measurement> measured) {
    System.out.println(name);
    for (Measurement each : measured) {
      Estimate estimate = each.estimate();
      System.out.printf(
          Locale.ROOT,
          "  %-28s %10.5g  %10.5g to %10.5g%n",
          each.metric(),
          estimate.mean(),
          estimate.low(),
          estimate.high());
    }
  }
}
