package dev.figment.run;

import dev.figment.UsageException;
import dev.figment.data.Batch;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.metric.Examples;
import dev.figment.model.Codec;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;

/**
 * The model of a run as a checkpoint has it, to be used: until its run is closed or trained on.
 *
 * <p>Whatever a model cannot do is refused with what it can.
 */
public final class Trained {
  private static final int PART = 200;

  private final Run run;
  private final Restored restored;
  private final Device device;

  Trained(Run run, Restored restored, Device device) {
    this.run = run;
    this.restored = restored;
    this.device = device;
  }

  /** The examples that the model takes and makes. */
  public ExampleForm form() {
    return restored.form();
  }

  public Device device() {
    return device;
  }

  /** Steps made when the checkpoint was written. */
  public long step() {
    return restored.step();
  }

  /** Real images shown until then. */
  public long images() {
    return restored.images();
  }

  private Range range() {
    return restored.form().range();
  }

  /**
   * The model, if it is one of these.
   *
   * @param kind {@link Codec}, for instance
   * @param deed what is asked for, for the message: {@code reconstruct}
   * @throws UsageException if the model is none; the message says what it can do
   */
  public <T> T as(Class<T> kind, String deed) {
    Model model = restored.model();
    UsageException.require(
        kind.isInstance(model),
        "%s: expected a run whose model can %s, got one (%s) that can %s.",
        run.folder().path(),
        deed,
        run.recipe().recipe(),
        model.abilities());
    return kind.cast(model);
  }

  public Sampler sampler() {
    return as(Sampler.class, "sample");
  }

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
    Sampler sampler = sampler();
    int numbers = Math.max(sampler.latentSize(), form().shape().count());
    int most = Integer.MAX_VALUE / numbers;
    UsageException.require(
        count >= 1 && count <= most, "--count: expected 1 to %d, got %d", most, count);
    return sampleAt(
        Noise.normals(RandomStream.named("sample", seed), count * sampler.latentSize()));
  }

  /**
   * Images of chosen points.
   *
   * @param z points one after the other, each of {@link Sampler#latentSize} numbers
   */
  public Samples sampleAt(float[] z) {
    return sampleAt(z, null);
  }

  /**
   * Images of chosen points and classes.
   *
   * @param classes a number for each point; null to have them in turn, where the model knows any
   */
  public Samples sampleAt(float[] z, int[] classes) {
    Sampler sampler = sampler();
    int size = sampler.latentSize();
    UsageException.require(
        z.length > 0 && z.length % size == 0,
        "latent: expected points of %d numbers, got %d numbers in all",
        size,
        z.length);
    return Samples.of(
        sampler::sample,
        z,
        size,
        Samples.classes(sampler.classes(), classes, z.length / size),
        form(),
        device);
  }

  /** As {@link #sampleAt}, of a model that decodes: the same for points that it encoded. */
  public Samples decode(float[] z, int[] classes) {
    Codec codec = codec();
    int size = codec.latentSize();
    return Samples.of(
        codec::decode,
        z,
        size,
        Samples.classes(codec.classes(), classes, z.length / size),
        form(),
        device);
  }

  /**
   * The points of a set's examples, one after the other.
   *
   * @throws ShapeException if they are not of the shape that the model takes
   */
  public float[] encode(ImageSet set) {
    Codec codec = codec();
    requireShape(set);
    float[] points = new float[Math.multiplyExact(set.size(), codec.latentSize())];
    for (int start = 0; start < set.size(); start += PART) {
      float[] part = encode(codec, set, start, Math.min(set.size(), start + PART));
      System.arraycopy(part, 0, points, start * codec.latentSize(), part.length);
    }
    return points;
  }

  private float[] encode(Codec codec, ImageSet set, int start, int end) {
    try (Scope scope = Scope.open()) {
      Batch batch = Batch.of(set, range(), start, end, device);
      Tensor classes = codec.classes() > 0 ? batch.labels() : null;
      return codec.encode(batch.examples(), classes).toArray();
    }
  }

  /** What the model makes of a set's images. */
  public Reconstructions reconstruct(ImageSet set) {
    Codec codec = as(Codec.class, "reconstruct");
    requireShape(set);
    return Reconstructions.of(codec, set, range(), device);
  }

  /** A set as the model takes it. */
  Examples examples(ImageSet set) {
    requireShape(set);
    return new Examples(set, range(), device);
  }

  private void requireShape(ImageSet set) {
    Shape takes = form().shape();
    UsageException.require(
        set.shape().equals(takes),
        "%s: expected images of %s, as the model takes, got %s. Add --resize to bring them to that"
            + " size and colour.",
        set.name(),
        takes,
        set.shape());
  }

  @Override
  public String toString() {
    return run.recipe().recipe() + Arrays.toString(form().shape().sizes());
  }
}
