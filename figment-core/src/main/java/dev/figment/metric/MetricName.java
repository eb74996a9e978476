package dev.figment.metric;

import dev.figment.Nearest;
import dev.figment.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric with the protocol that its name carries: {@code fd10k-features} is the Fréchet distance
 * of 10,000 generated images in the features of a classifier that Figment trained, {@code fid10k}
 * the same in those of the Inception network, which alone may be called so; {@code swd10k} needs no
 * features.
 *
 * @param count how many images are generated
 * @param isOfInception whether features are those of the Inception network
 */
public record MetricName(SampleMetric metric, int count, boolean isOfInception) {
  /** How many images where a name does not say it. */
  public static final int COUNT = 10_000;

  private static final int FOR_NEAREST = 2000;
  private static final String OWN = "-features";
  private static final int THOUSAND = 1000;
  private static final int MOST = 10_000_000;
  private static final Pattern NAME =
      Pattern.compile(
          "(?<base>[a-z]+(?:-[a-z]+)*?)(?<count>[1-9]\\d{0,7}k?)?(?<parameters>-k\\d+)?"
              + "(?<own>-features)?(?<part>/.*)?");

  public MetricName {
    UsageException.require(
        count >= metric.fewest(),
        "metrics %s: expected at least %d images, got %d",
        metric.plain(),
        metric.fewest(),
        count);
    UsageException.require(
        count <= MOST,
        "metrics %s: expected at most %d images, got %d",
        metric.plain(),
        MOST,
        count);
  }

  /**
   * Of a metric, where nobody says how many images it needs.
   *
   * @param count how many there are; {@link SampleMetric#NEAREST} takes no more than {@value
   *     #FOR_NEAREST}, since each is compared with all real ones
   */
  public static MetricName of(SampleMetric metric, int count, boolean hasInception) {
    int images = metric == SampleMetric.NEAREST ? Math.min(count, FOR_NEAREST) : count;
    return new MetricName(metric, images, metric.isOfFeatures() && hasInception);
  }

  /**
   * A name as a person gives it, where the count and what follows it may be left out: {@code fd},
   * {@code swd5k}.
   *
   * @param count where the name has none
   * @param hasInception whether there is an Inception network to ask
   * @throws UsageException if there is no such metric, or it is one of features that are not there
   */
  public static MetricName parse(String asked, int count, boolean hasInception) {
    Matcher name = NAME.matcher(asked);
    SampleMetric metric =
        Optional.of(name)
            .filter(Matcher::matches)
            .filter(each -> each.group("part") == null)
            .flatMap(each -> find(each.group("base")))
            .orElseThrow(() -> unknown(asked));
    requireExtractor(asked, name, metric, hasInception);
    MetricName counted = of(metric, count, hasInception);
    return name.group("count") == null
        ? counted
        : new MetricName(metric, number(name.group("count")), counted.isOfInception());
  }

  private static UsageException unknown(String asked) {
    String hint = Nearest.hint(asked, known());
    return new UsageException(
        "metrics: no metric %s of samples%s It can be measured by %s.",
        asked, hint.isEmpty() ? "." : hint, String.join(", ", known()));
  }

  private static void requireExtractor(
      String asked, Matcher name, SampleMetric metric, boolean hasInception) {
    UsageException.require(
        hasInception || metric.isOwnName(name.group("base")),
        "metrics %s: is by the features of the original Inception network: give its file as"
            + " extractor, or ask for %s, which is by those of a classifier of this set.",
        asked,
        metric.plain());
    UsageException.require(
        !hasInception || name.group("own") == null,
        "metrics %s: is by the features of a classifier of the set, and the extractor is another"
            + " network. Leave one of them out.",
        asked);
  }

  /** The metric of a result's name, {@code swd10k/14} too; empty where there is none of it. */
  public static Optional<SampleMetric> metricOf(String result) {
    Matcher name = NAME.matcher(result);
    return name.matches() && name.group("count") != null
        ? find(name.group("base"))
        : Optional.empty();
  }

  /** How many images the result of a name is of; 0 where the name does not say it. */
  public static int countOf(String result) {
    Matcher name = NAME.matcher(result);
    return name.matches() && name.group("count") != null ? number(name.group("count")) : 0;
  }

  /** Whether a name that a person gives is one of samples, be it one of Inception's. */
  public static boolean isKnown(String asked) {
    Matcher name = NAME.matcher(asked);
    return name.matches() && find(name.group("base")).isPresent();
  }

  /** What can be asked for, without protocols. */
  public static List<String> known() {
    return Arrays.stream(SampleMetric.values()).map(SampleMetric::plain).toList();
  }

  private static Optional<SampleMetric> find(String base) {
    return Arrays.stream(SampleMetric.values())
        .filter(each -> base.equals(each.plain()) || base.equals(each.ofInception()))
        .findFirst();
  }

  private static int number(String written) {
    return written.endsWith("k")
        ? Math.multiplyExact(Integer.parseInt(written.substring(0, written.length() - 1)), THOUSAND)
        : Integer.parseInt(written);
  }

  @Override
  public String toString() {
    String images = count % THOUSAND == 0 ? count / THOUSAND + "k" : String.valueOf(count);
    String base = isOfInception ? metric.ofInception() : metric.plain();
    String features = metric.isOfFeatures() && !isOfInception ? OWN : "";
    return base + images + metric.parameters() + features;
  }
}
