package dev.figment.run.exploration;

import dev.figment.Progress;
import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.latent.Points;
import dev.figment.metric.Examples;
import dev.figment.model.Codec;
import dev.figment.model.Denoiser;
import dev.figment.model.Model;
import dev.figment.model.PosteriorCodec;
import dev.figment.model.Sampler;
import dev.figment.model.Stylist;
import dev.figment.model.TrainingPosition;
import dev.figment.model.Truncation;
import dev.figment.nn.Layer;
import dev.figment.nn.ShapeException;
import dev.figment.picture.Tone;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import dev.figment.train.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of a run as a checkpoint has it, to be used: until its run is closed or trained on. One
 * of a file, {@link #open(Path)}, is closed by itself:
 *
 * <pre>{@code
 * try (Trained generator = Trained.open(Path.of("generator.safetensors"))) {
 *   generator.sample(25, 7).grid(5, 5).writePng(Path.of("digits.png"));
 * }
 * }</pre>
 *
 * <p>Whatever a model cannot do is refused with what it can.
 */
public final class Trained implements AutoCloseable {
  private final Path origin;
  private final Recipe recipe;
  private final RestoredModel restored;
  private final Device device;
  private final Truncation truncation;
  private final boolean ofStyles;
  private final Tone tone;

  /**
   * The model of a file of weights, on the CPU.
   *
   * @throws dev.figment.ModelFileException if the file is damaged, or does not say what model it is
   *     of
   */
  public static Trained open(Path weights) {
    Weights read = Weights.read(weights);
    RestoredModel restored = RestoredModel.of(read, Device.CPU);
    return new Trained(weights, CheckpointMetadata.recipe(read), restored, Device.CPU);
  }

  /**
   * @param origin the run's folder, or the file of the weights
   * @param restored is closed by its owner
   */
  public Trained(Path origin, Recipe recipe, RestoredModel restored, Device device) {
    this(origin, recipe, restored, device, Truncation.NONE, false, Tone.PLAIN);
  }

  private Trained(
      Path origin,
      Recipe recipe,
      RestoredModel restored,
      Device device,
      Truncation truncation,
      boolean ofStyles,
      Tone tone) {
    this.origin = origin;
    this.recipe = recipe;
    this.restored = restored;
    this.device = device;
    this.truncation = truncation;
    this.ofStyles = ofStyles;
    this.tone = tone;
  }

  /**
   * The same, with styles nearer to their mean in all that it samples.
   *
   * @throws UsageException if the model has no styles
   */
  public Trained truncated(Truncation truncation) {
    as(Stylist.class, "truncate styles");
    return new Trained(origin, recipe, restored, device, truncation, ofStyles, tone);
  }

  /**
   * The same, with styles as the points that it samples: w in place of z, given to all layers and
   * truncated as before. Random points are the styles of those that it drew.
   *
   * @throws UsageException if the model has no styles
   */
  public Trained ofStyles() {
    as(Stylist.class, "take styles as points");
    return new Trained(origin, recipe, restored, device, truncation, true, tone);
  }

  /** The same, with what it makes drawn in a tone. */
  public Trained toned(Tone tone) {
    return new Trained(origin, recipe, restored, device, truncation, ofStyles, tone);
  }

  /** What it was trained by. */
  public Recipe recipe() {
    return recipe;
  }

  /** The examples that the model takes and makes. */
  public ExampleForm form() {
    return restored.form();
  }

  /** How styles are truncated in what it samples; null where the model has none. */
  public @Nullable Truncation truncation() {
    return is(Stylist.class) ? truncation : null;
  }

  /** Where the model's tensors live. */
  public Device device() {
    return device;
  }

  /** Where the training was when the checkpoint was written. */
  public TrainingPosition position() {
    return restored.position();
  }

  private Range range() {
    return restored.form().range();
  }

  /**
   * The model, if it is one of these.
   *
   * @param kind {@link Codec}, for instance
   * @param ability that is needed, for the message: {@code reconstruct}
   * @throws UsageException if the model is none; the message says what it can do
   */
  public <T> T as(Class<T> kind, String ability) {
    Model model = restored.model();
    UsageException.require(
        kind.isInstance(model),
        "%s: expected a run whose model can %s, got one (%s) that can %s.",
        origin,
        ability,
        recipe.recipe(),
        model.abilities());
    return kind.cast(model);
  }

  /** Whether the model is one of these: {@link Codec}, for instance. */
  public boolean is(Class<?> kind) {
    return kind.isInstance(restored.model());
  }

  /**
   * The model as one that makes examples of points, truncated or of styles where that was chosen.
   *
   * @throws UsageException if it does not
   */
  public Sampler sampler() {
    Sampler sampler = as(Sampler.class, "sample");
    if (ofStyles) {
      return stylist().ofStyles(truncation);
    }
    return truncation.equals(Truncation.NONE) ? sampler : stylist().truncated(truncation);
  }

  private Stylist stylist() {
    return (Stylist) restored.model(); // else truncated and ofStyles refuse
  }

  /**
   * The model as one that encodes and decodes.
   *
   * @throws UsageException if it does not
   */
  public Codec codec() {
    return as(Codec.class, "encode");
  }

  /**
   * Images of random points of the latent space, standard normal. Where the model knows classes,
   * they come in turn.
   *
   * @param seed the same gives the same images
   */
  public Samples sample(int count, long seed) {
    sampler(); // refuses a model that only decodes
    requireRoom(count);
    return imagesAt(randomPoints(count, seed), null);
  }

  /**
   * Refuses to make none, and more than an array can hold.
   *
   * @throws UsageException saying how many this model can make
   */
  public void requireRoom(int count) {
    chunked().requireRoom(count, form());
  }

  /**
   * The points that {@link #sample} draws, one after the other: standard normal, or their styles.
   *
   * @param seed the same gives the same points, the first of many too
   */
  public float[] randomPoints(int count, long seed) {
    int size = ofStyles ? stylist().latentSize() : latentSize();
    float[] z = Noise.normals(RandomStream.named("sample", seed), Math.multiplyExact(count, size));
    return ofStyles ? styles(z, count) : z;
  }

  private float[] styles(float[] z, int count) {
    try (Scope scope = Scope.open()) {
      Tensor points = Tensor.of(z, count, z.length / count).to(device);
      return stylist().styles(points).toArray();
    }
  }

  /**
   * As {@link #imagesAt}, of a model that decodes: the same for points that it encoded.
   *
   * @throws UsageException if the model has no decoder; a GAN makes images of points by {@link
   *     #imagesAt}
   */
  public Samples decode(float[] z, int @Nullable [] classes) {
    return ChunkedSampler.of(as(Codec.class, "decode"))
        .withTone(tone)
        .images(z, classes, form(), device);
  }

  /**
   * Images of chosen points and classes, of a model that samples, or else decodes.
   *
   * @param z points one after the other, each of {@link #latentSize} numbers
   * @param classes a number for each point; null to have them in turn, where the model knows any
   */
  public Samples imagesAt(float[] z, int @Nullable [] classes) {
    return chunked().images(z, classes, form(), device);
  }

  /**
   * As {@link #imagesAt}, each image written as a PNG file while others are made: {@code 0000.png}
   * and so on. Memory does not grow with their number.
   *
   * @param folder that is not there yet, or empty
   * @param progress is told how many there are
   * @throws UsageException if there are files in the folder
   * @throws dev.figment.DiskException if a file cannot be written; those before it may be there
   */
  public void writeImagesAt(float[] z, int @Nullable [] classes, Path folder, Progress progress) {
    int count = z.length / latentSize();
    Progress.Task task = new Progress.Task("sample", count, "images", "");
    progress.at(task, 0, 0);
    try (SampleFiles files = new SampleFiles(folder, count)) {
      chunked()
          .eachChunk(
              z,
              classes,
              form(),
              device,
              (made, first) -> {
                files.add(made, first);
                progress.at(task, first + made.count(), 0);
              });
    }
  }

  /**
   * As {@link #imagesAt}, of a model whose examples are vectors: what it makes, as numbers.
   *
   * @throws UsageException if its examples are images
   */
  public Points vectorsAt(float[] z, int @Nullable [] classes) {
    UsageException.require(
        form().shape().isVector(),
        "%s: expected a run of vectors, got one (%s) of images of %s",
        origin,
        recipe.recipe(),
        form().shape());
    return chunked().vectors(z, classes, form(), device);
  }

  /** How many numbers a point of {@link #imagesAt} has: z, or w where styles are the points. */
  public int latentSize() {
    return chunked().latentSize();
  }

  /** The classes that {@link #imagesAt} can be asked for. */
  public KnownClasses classes() {
    return new KnownClasses(chunked().classCount(), form().classes());
  }

  /** What makes images of points, with truncation and tone as chosen. */
  public ChunkedSampler chunked() {
    ChunkedSampler chunked =
        is(Sampler.class)
            ? ChunkedSampler.of(sampler())
            : ChunkedSampler.of(as(Codec.class, "sample"));
    return chunked.withTone(tone);
  }

  /**
   * Refuses a model whose examples cannot be looked at.
   *
   * @param ability that is needed, for the message: {@code reconstruct}
   */
  public void requirePictures(String ability) {
    UsageException.require(
        form().shape().isImage(),
        "%s: expected a run of images to %s, got one (%s) of vectors of %s, which are no pictures."
            + " %s",
        origin,
        ability,
        recipe.recipe(),
        form().shape(),
        remedyForVectors());
  }

  private String remedyForVectors() {
    return is(Codec.class)
        ? "Their points can be had as numbers: figment encode %s".formatted(ShellWord.of(origin))
        : "What it makes of points of a plane is drawn while it trains: fakes-*.png in its folder.";
  }

  /**
   * The points of a set's examples, one after the other.
   *
   * @throws ShapeException if they are not of the shape that the model takes
   */
  public float[] encode(ImageSet set) {
    return new Encoding(codec(), form(), device).of(set);
  }

  /** What the model makes of a set's images. */
  public Reconstructions reconstruct(ImageSet set) {
    return reconstruct(set, Reconstructing.PLAIN);
  }

  /**
   * What the model makes of a set's images when they are damaged, or of points drawn from q(z|x).
   *
   * @throws UsageException if points are to be drawn and the model knows no distribution of them
   */
  public Reconstructions reconstruct(ImageSet set, Reconstructing how) {
    Codec codec = as(Codec.class, "reconstruct");
    requirePictures("reconstruct");
    UsageException.require(
        !how.sampled() || codec instanceof PosteriorCodec,
        "%s: expected a run whose model knows a distribution of points for an image, as a VAE does,"
            + " got one (%s) that knows one point. Reconstruct by that.",
        origin,
        recipe.recipe());
    new Encoding(codec, form(), device).requireFit(set);
    return Reconstructions.of(codec, set, range(), device, how);
  }

  /**
   * What damaged the examples in training.
   *
   * @throws UsageException if nothing did
   */
  public Corruption corruption() {
    List<Layer> layers =
        restored.model() instanceof Denoiser denoiser ? denoiser.corruption() : List.of();
    UsageException.require(
        !layers.isEmpty(),
        "%s: expected a run whose training damages images by dropout or gaussianNoise at the"
            + " entrance of the encoder, got one (%s) that does not. Name the corruption:"
            + " dropout:0.5, gaussian:0.2 or mask:0.25.",
        origin,
        recipe.recipe());
    return Corruption.of(layers);
  }

  /** A set as the model is measured on it. */
  public Examples examples(ImageSet set) {
    if (restored.model() instanceof Codec codec) {
      new Encoding(codec, form(), device).requireFit(set);
    }
    return new Examples(set, range(), device);
  }

  @Override
  public String toString() {
    return recipe.recipe() + Arrays.toString(form().shape().sizes());
  }

  /** Lets go of the model: for what {@link #open(Path)} opened; a run closes its own. */
  @Override
  public void close() {
    restored.close();
  }
}
