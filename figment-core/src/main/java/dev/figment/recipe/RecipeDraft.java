package dev.figment.recipe;

import dev.figment.catalogue.Defaults;
import dev.figment.data.Range;
import dev.figment.loss.Hinge;
import dev.figment.model.ModelRecipe;
import dev.figment.model.adversarial.Ema;
import dev.figment.model.adversarial.Optimizers;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.model.adversarial.gan.Labels;
import dev.figment.model.adversarial.gan.Reals;
import dev.figment.model.autoencoder.AutoencoderRecipe;
import dev.figment.model.vae.VaeRecipe;
import dev.figment.nn.Dense;
import dev.figment.nn.DiffAugment;
import dev.figment.nn.Layer;
import dev.figment.nn.Shape;
import dev.figment.optim.Adam;
import dev.figment.train.TrainRecipe;
import dev.figment.train.WatchRecipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A first recipe that fits a set of images: a place to begin with, to be read and changed. Layers
 * follow from the size of its images, batch and length from their number, and a model is told
 * classes where there are any.
 */
public final class RecipeDraft {
  private static final int LATENT = 64;
  private static final int FEW = 2_000; // each is shown some hundred times
  private static final int SNAPSHOTS = 40; // nearly: epochs are whole
  private static final int CHECKPOINTS = 20;

  private final DraftKind kind;
  private final DraftData data;
  private final DraftSize size;
  private final boolean hasClasses;
  private final Map<String, String> comments = new LinkedHashMap<>();
  private final Recipe recipe;

  private RecipeDraft(DraftKind kind, DraftData data) {
    this.kind = kind;
    this.data = data;
    this.size = DraftSize.near(data.form().shape().height(), data.form().shape().width());
    this.hasClasses = data.form().classes().size() > 1;
    comments.put("data", data.found());
    this.recipe =
        Recipe.of(baseName() + "-" + kind, data.data().withRange(range()), model(), train())
            .withAbout(about())
            .withWatch(watch());
  }

  /**
   * Looks at a set, and fits a recipe to it.
   *
   * @param set a name, or the path of a folder or archive of images, with a / in it
   * @param dataFolder where sets that have a name are
   * @param size that images are brought to, one side or [height, width], nearly; null for their
   *     own, or about 64 pixels where they are large
   * @throws dev.figment.DataException if there is no such set
   */
  public static RecipeDraft of(
      DraftKind kind, String set, @Nullable Path dataFolder, @Nullable List<Integer> size) {
    return new RecipeDraft(kind, DraftData.of(set, dataFolder, size));
  }

  public Recipe recipe() {
    return recipe;
  }

  /** What the set is like, in a sentence. */
  public String found() {
    return data.found();
  }

  /** How many examples it learns from. */
  public int examples() {
    return data.examples();
  }

  /** The shape of an image as its networks take it. */
  public Shape shape() {
    return data.form().shape();
  }

  /** The classes that images are of; none where they are not labeled. */
  public List<String> classes() {
    return data.form().classes();
  }

  /** The recipe with comments, to be changed; {@link RecipeFormat#read(Path)} reads it. */
  public String text() {
    return new CommentedRecipe(recipe, comments).text();
  }

  /** What the set and a file of the recipe are called: {@code photos}. */
  public String baseName() {
    String plain = data.data().baseName().replaceAll("[^A-Za-z0-9._-]+", "-");
    String name = plain.replaceFirst("^[^A-Za-z0-9]+", "");
    return name.isEmpty() ? "images" : name;
  }

  private String about() {
    return "A first %s of %s images%s."
        .formatted(
            kind == DraftKind.AUTOENCODER ? "autoencoder" : kind.name(),
            size,
            hasClasses && kind != DraftKind.AUTOENCODER ? ", told their classes" : "");
  }

  private Range range() {
    return kind == DraftKind.GAN ? Range.MINUS_ONE_TO_ONE : Range.ZERO_TO_ONE;
  }

  private ModelRecipe model() {
    DraftLayers layers =
        new DraftLayers(size, shape().channels(), hasClasses ? classes().size() : 0);
    return switch (kind) {
      case GAN -> gan(layers);
      case VAE -> vae(layers);
      case AUTOENCODER -> autoencoder(layers);
    };
  }

  private GanRecipe gan(DraftLayers layers) {
    comments.put("model.gan.generator", grows("random numbers"));
    comments.put("model.gan.discriminator", halves(size.halvings(), "scores how real it is"));
    comments.put("model.gan.loss", "Stops caring about images that are on their side of a margin");
    comments.put("model.gan.ema", "Samples come from the generator's moving average");
    comments.put(
        "model.gan.augment",
        "Few images: what the discriminator sees is changed at random, so that it does not learn"
            + " them by heart");
    comments.put("model.gan.labels", "Both networks are told the class of an image");
    Adam adam = new Adam(5e-4).withBeta1(0).withBeta2(0.9);
    return GanRecipe.of(
            LATENT, layers.generator(), layers.discriminator(), new Optimizers(adam, adam))
        .withLoss(new Hinge())
        .withReals(Reals.FULL)
        .withLabels(hasClasses ? Labels.of(Labels.Mode.PROJECTION) : null)
        .withAugment(examples() < FEW ? Defaults.record(DiffAugment.class) : null)
        .withEma(Ema.DEFAULT);
  }

  private VaeRecipe vae(DraftLayers layers) {
    comments.put("model.vae.encoder", halves(size.doublings(), "says where its point may lie"));
    comments.put("model.vae.decoder", grows("numbers"));
    comments.put("model.vae.labelUnits", "Both networks are told the class of an image");
    return VaeRecipe.of(LATENT, layers.encoder(), layers.decoder(), new Adam(1e-3))
        .withLabelUnits(hasClasses ? LATENT / 4 : null);
  }

  private AutoencoderRecipe autoencoder(DraftLayers layers) {
    comments.put(
        "model.autoencoder.encoder",
        halves(size.doublings(), "leaves %d numbers".formatted(LATENT)));
    comments.put("model.autoencoder.decoder", grows("numbers"));
    List<Layer> encoder = new ArrayList<>(layers.encoder());
    encoder.add(new Dense(LATENT));
    return AutoencoderRecipe.of(encoder, layers.decoder(), new Adam(1e-3));
  }

  private String grows(String from) {
    return "From %s to %d×%d pixels, doubled %d times%s"
        .formatted(
            from,
            size.firstHeight(),
            size.firstWidth(),
            size.doublings(),
            size.cut() == 0 ? "" : "; the last window cuts off %d pixels".formatted(size.cut()));
  }

  private static String halves(int times, String then) {
    return "Halves an image %d times, and %s".formatted(times, then);
  }

  private TrainRecipe train() {
    int epochs = epochs();
    comments.put(
        "train",
        String.format(
            Locale.ROOT,
            "An epoch is %,d steps, the training %,d: stop it by Ctrl-C when pictures are good,"
                + " go on by figment resume",
            stepsPerEpoch(),
            (long) epochs * stepsPerEpoch()));
    return TrainRecipe.ofBatch(batch()).withEpochs(epochs);
  }

  /** Smaller for large images, and no more than there are. */
  private int batch() {
    int pixels = size.height() * size.width();
    int most = pixels <= 96 * 96 ? 64 : pixels <= 192 * 192 ? 32 : 16;
    return Math.min(most, Integer.highestOneBit(Math.max(1, examples())));
  }

  private int stepsPerEpoch() {
    return Math.max(1, examples() / batch());
  }

  /** For some thousands of steps, however many images there are. */
  private int epochs() {
    int steps =
        switch (kind) {
          case GAN, VAE -> 10_000;
          case AUTOENCODER -> 5_000;
        };
    return Math.max(1, Math.round((float) steps / stepsPerEpoch()));
  }

  /** How often something falls due that does after so many epochs, and at the end. */
  private int times(int everyEpochs) {
    return (epochs() + everyEpochs - 1) / everyEpochs;
  }

  private WatchRecipe watch() {
    int pictures = Math.max(1, epochs() / SNAPSHOTS);
    int checkpoints = Math.max(1, epochs() / CHECKPOINTS);
    comments.put(
        "watch", "Snapshots: %d; checkpoints: %d".formatted(times(pictures), times(checkpoints)));
    WatchRecipe watched =
        WatchRecipe.DEFAULT
            .withSnapshots(WatchRecipe.Snapshots.DEFAULT.withEveryEpochs(pictures).withGrid(8, 8))
            .withCheckpoints(WatchRecipe.Checkpoints.DEFAULT.withEveryEpochs(checkpoints));
    return kind == DraftKind.GAN
        ? watched
        : watched.withValidation(WatchRecipe.Validation.DEFAULT.withEveryEpochs(pictures));
  }
}
