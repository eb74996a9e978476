package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.cli.latent.PriorDistribution;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.data.ImageSet;
import dev.figment.latent.ExpectationMaximization;
import dev.figment.latent.GaussianMixture;
import dev.figment.model.Sampler;
import dev.figment.run.exploration.MixturePrior;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.RandomStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of {@code sample}: where random points are drawn from. */
public final class PriorOptions {
  private static final int COMPONENTS = 10;
  private static final long SEED = 1;

  @Option(
      names = "--prior",
      paramLabel = "normal|mixture",
      description =
          "What points are drawn from: the standard normal distribution, or a mixture of Gaussians"
              + " fitted on points of training images (default: normal; mixture for plain"
              + " autoencoders, which were taught no distribution).")
  private @Nullable PriorDistribution prior;

  @Option(
      names = "--components",
      paramLabel = "N",
      description = "How many Gaussians the mixture has (default: " + COMPONENTS + ").")
  private @Nullable Integer components;

  @Option(
      names = "--scale",
      paramLabel = "S",
      description = "The standard deviation of normal points (default: 1).")
  private @Nullable Double scale;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which points are drawn (default: " + SEED + ").")
  private @Nullable Long seed;

  @Option(
      names = "--origin",
      description = "Show the point of zeros first, and one random point less.")
  private boolean origin;

  public boolean areGiven() {
    return !names().isEmpty();
  }

  /** The options that were given, as the user knows them. */
  public String names() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("--seed", seed);
    given.put("--prior", prior);
    given.put("--components", components);
    given.put("--scale", scale);
    given.put("--origin", origin ? true : null);
    given.values().removeIf(Objects::isNull);
    return String.join(", ", given.keySet());
  }

  public void check() {
    UsageException.require(
        scale == null || scale > 0 && Double.isFinite(scale),
        "--scale: expected a number above 0, got %s",
        scale);
    UsageException.require(
        components == null || components >= 1,
        "--components: expected at least 1, got %d",
        components);
  }

  /** The prior asked for, or that which suits the model. */
  PriorDistribution of(Trained trained) {
    PriorDistribution suiting =
        trained.is(Sampler.class) ? PriorDistribution.NORMAL : PriorDistribution.MIXTURE;
    PriorDistribution chosen = prior == null ? suiting : prior;
    UsageException.require(
        components == null || chosen == PriorDistribution.MIXTURE,
        "--components: is for --prior mixture, and the prior is normal. Leave one of them out.");
    UsageException.require(
        scale == null || chosen == PriorDistribution.NORMAL,
        "--scale: is for --prior normal, and the prior is the mixture. Leave it out, or add --prior"
            + " normal.");
    UsageException.require(
        !origin || chosen == PriorDistribution.NORMAL,
        "--origin: is for --prior normal, whose mean it is, and the prior is the mixture. Leave it"
            + " out, or add --prior normal.");
    return chosen;
  }

  /** What points are drawn from: {@code normal}, {@code mixture of 10}. */
  String words(Trained trained) {
    if (of(trained) == PriorDistribution.MIXTURE) {
      return "mixture of " + (components == null ? COMPONENTS : components);
    }
    String scaled = scale == null ? "" : ", scale " + PlainDecimal.of(scale);
    return PriorDistribution.NORMAL + scaled + (origin ? ", with the origin" : "");
  }

  /** What files are called after the prior and the seed. */
  public String label(Trained trained) {
    String drawn = "seed" + seed();
    if (of(trained) == PriorDistribution.MIXTURE) {
      return "mixture" + (components == null ? "" : components) + "-" + drawn;
    }
    String named = origin ? "origin-" + drawn : drawn;
    return scale == null ? named : "scale%s-%s".formatted(PlainDecimal.of(scale), named);
  }

  /** Which points are drawn. */
  public long seed() {
    return seed == null ? SEED : seed;
  }

  /**
   * Points, one after the other.
   *
   * @param data the images that the model learns from, for a mixture
   * @param err is told what takes long
   */
  public float[] draw(int count, Trained trained, Supplier<ImageSet> data, PrintWriter err) {
    if (of(trained) == PriorDistribution.MIXTURE) {
      return mixture(trained, data.get(), err)
          .sample(count, RandomStream.named("sample", seed()))
          .values();
    }
    float[] points = trained.randomPoints(count, seed());
    for (int i = 0; i < points.length && scale != null; i++) {
      points[i] *= scale.floatValue();
    }
    return origin ? afterOrigin(points, points.length / count) : points;
  }

  private static float[] afterOrigin(float[] points, int size) {
    float[] moved = new float[points.length];
    System.arraycopy(points, 0, moved, size, points.length - size);
    return moved;
  }

  private GaussianMixture mixture(Trained trained, ImageSet data, PrintWriter err) {
    MixturePrior mixture = MixturePrior.of(trained, () -> data);
    ExpectationMaximization method =
        ExpectationMaximization.of(components == null ? COMPONENTS : components);
    String name =
        String.format(
            Locale.ROOT,
            "prior: %d Gaussians, fitted on %,d of %,d training images",
            method.components(),
            mixture.examples().size(),
            data.size());
    err.println(name);
    try (TaskProgress stages = TaskProgress.on(err)) {
      return mixture.fit(method, stages);
    }
  }
}
