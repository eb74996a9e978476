package dev.figment.model.adversarial.style;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.data.ExampleForm;
import dev.figment.loss.NonSaturating;
import dev.figment.loss.Penalty;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.AdversarialOptions;
import dev.figment.model.adversarial.Ema;
import dev.figment.model.adversarial.Optimizers;
import dev.figment.model.adversarial.Parts;
import dev.figment.nn.Architecture;
import dev.figment.nn.MinibatchStandardDeviation;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.optim.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A style-based GAN as a recipe describes it.
 *
 * @param latent how many standard normal numbers a point z has
 * @param style how many numbers a style w has
 * @param mappingLayers dense layers from z to w, from 1 to 100
 * @param mappingRate how fast these learn beside all others, above 0
 * @param channels at each resolution from 4×4, each twice the one before
 * @param modulation how a style reaches a layer
 * @param mixing the probability that two points share an image in training
 * @param averageMomentum of the running mean of styles, in [0, 1)
 * @param group how many images the discriminator compares; batches divide into groups
 * @param penalties on the discriminator; R1 with {@code every: 16} in the second paper
 * @param pathLength on the generator; null without
 * @param ema the moving average of the generator, for samples
 * @param optimizer a rule for each network; Adam where a penalty is lazy
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019</a> and, with {@code
 *     modulation: demodulation}, <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020</a>
 */
public record StyleRecipe(
    @JsonProperty(defaultValue = "128") int latent,
    @JsonProperty(defaultValue = "128") int style,
    @JsonProperty(defaultValue = "8") int mappingLayers,
    @JsonProperty(defaultValue = "0.01") double mappingRate,
    List<Integer> channels,
    @JsonProperty(defaultValue = "adain") Modulation modulation,
    @JsonProperty(defaultValue = "0.9") double mixing,
    @JsonProperty(defaultValue = "0.995") double averageMomentum,
    @JsonProperty(defaultValue = "4") int group,
    @JsonProperty(defaultValue = "null") List<Penalty> penalties,
    @JsonProperty(defaultValue = "null") @Nullable LazyPathLength pathLength,
    @JsonProperty(defaultValue = "null") Ema ema,
    Optimizers optimizer)
    implements ModelRecipe {

  private static final int MOST_MAPPING_LAYERS = 100;

  public StyleRecipe {
    require(latent >= 1, "styleGan: latent must be at least 1, got %d", latent);
    require(style >= 1, "styleGan: style must be at least 1, got %d", style);
    require(
        mappingLayers >= 1 && mappingLayers <= MOST_MAPPING_LAYERS,
        "styleGan: mappingLayers must be from 1 to %d, got %d",
        MOST_MAPPING_LAYERS,
        mappingLayers);
    require(mixing >= 0 && mixing <= 1, "styleGan: mixing must be in [0, 1], got %s", mixing);
    require(group >= 1, "styleGan: group must be at least 1, got %d", group);
    require(
        !channels.isEmpty() && channels.stream().allMatch(each -> each >= 1),
        "styleGan: channels: expected one number for each resolution from 4×4, at least 1, got %s",
        channels);
    channels = List.copyOf(channels);
    penalties = penalties == null ? List.of() : List.copyOf(penalties);
    ema = ema == null ? Ema.DEFAULT : ema;
    options(optimizer, penalties, pathLength); // refuses what cannot be paced
  }

  /**
   * One with 128 numbers in z and in w, and adaptive instance normalization.
   *
   * @param channels at each resolution from 4×4, each twice the one before
   */
  public static StyleRecipe of(List<Integer> channels, Optimizers optimizer) {
    return Defaults.record(StyleRecipe.class, channels, optimizer);
  }

  public StyleRecipe withLatent(int latent) {
    return Defaults.with(this, "latent", latent);
  }

  public StyleRecipe withStyle(int style) {
    return Defaults.with(this, "style", style);
  }

  public StyleRecipe withMappingLayers(int mappingLayers) {
    return Defaults.with(this, "mappingLayers", mappingLayers);
  }

  public StyleRecipe withMappingRate(double mappingRate) {
    return Defaults.with(this, "mappingRate", mappingRate);
  }

  public StyleRecipe withModulation(Modulation modulation) {
    return Defaults.with(this, "modulation", modulation);
  }

  public StyleRecipe withMixing(double mixing) {
    return Defaults.with(this, "mixing", mixing);
  }

  public StyleRecipe withAverageMomentum(double averageMomentum) {
    return Defaults.with(this, "averageMomentum", averageMomentum);
  }

  public StyleRecipe withGroup(int group) {
    return Defaults.with(this, "group", group);
  }

  public StyleRecipe withPenalties(Penalty... penalties) {
    return Defaults.with(this, "penalties", List.of(penalties));
  }

  public StyleRecipe withPathLength(@Nullable LazyPathLength pathLength) {
    return Defaults.with(this, "pathLength", pathLength);
  }

  public StyleRecipe withEma(Ema ema) {
    return Defaults.with(this, "ema", ema);
  }

  /** How the two networks learn against each other. */
  AdversarialOptions options() {
    return options(optimizer, penalties, pathLength);
  }

  private static AdversarialOptions options(
      Optimizers optimizer, List<Penalty> penalties, @Nullable LazyPathLength pathLength) {
    Rule generator = optimizer.generator();
    Optimizers paced =
        new Optimizers(
            pathLength == null ? generator : pathLength.paced(generator),
            optimizer.discriminator());
    return AdversarialOptions.of("styleGan", new NonSaturating(), paced, penalties);
  }

  @Override
  public Map<String, List<String>> parts(ExampleForm form) {
    return Parts.of(architectures(form));
  }

  @Override
  public List<Architecture> architectures(ExampleForm form) {
    requireSide(form.shape());
    int colors = form.shape().channels();
    return List.of(
        Mapping.architecture("mapping", this),
        Synthesis.architecture("synthesis", this, colors),
        StyleDiscriminator.architecture(this, form.shape()),
        Mapping.architecture("emaMapping", this),
        Synthesis.architecture("emaSynthesis", this, colors));
  }

  /** The side that the channels lead to. */
  private int side() {
    return StyledConstant.SIDE << channels.size() - 1;
  }

  private void requireSide(Shape example) {
    boolean fits = example.isImage() && example.height() == example.width();
    int side = fits ? example.height() : 0;
    if (!fits || side < StyledConstant.SIDE || Integer.bitCount(side) != 1) {
      throw new ShapeException(
          "styleGan: square images of side 4, 8, 16 and so on, each twice the one before",
          example,
          "Set data.size to one of these.");
    }
    if (side != side()) {
      throw new ShapeException(
          "styleGan: channels for %d resolutions, 4 to %d"
              .formatted(Integer.numberOfTrailingZeros(side) - 1, side),
          channels,
          "Give as many, or set data.size to %d.".formatted(side()));
    }
  }

  @Override
  public int realExamples(int batch) {
    MinibatchStandardDeviation.requireGroups("train.batch with model.styleGan.group", batch, group);
    return batch;
  }

  @Override
  public Model create(ModelContext context) {
    return new StyleGan(this, context);
  }
}
