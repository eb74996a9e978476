package dev.figment.run.quality;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.model.Model;
import dev.figment.model.Sampler;
import dev.figment.run.exploration.ChunkedSampler;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model as a source of images to be measured: rounded to bytes as they would be saved. Where it
 * knows classes, they are asked for in turn, as {@code figment sample} does.
 *
 * @param model null where it only decodes
 * @param sampler of its points
 * @param form of its examples
 * @param prior what points are drawn from
 * @param points so many of them, one after the other; the first of many are those of few
 * @param seed of the points
 * @param truncation ψ; null where the model has no styles
 * @param weights {@code ema}, a moving average, or {@code raw}
 */
public record Generator(
    @Nullable Sampler model,
    ChunkedSampler sampler,
    ExampleForm form,
    Device device,
    String prior,
    IntFunction<float[]> points,
    long seed,
    @Nullable Double truncation,
    String weights)
    implements ImageSource {
  /** What points are drawn from where nothing else is said. */
  public static final String NORMAL = "normal";

  /** Of standard normal points, the same that {@code Trained.sample} draws of this seed. */
  public static Generator ofNormal(
      Sampler model, ExampleForm form, Device device, long seed, String weights) {
    ChunkedSampler sampler = ChunkedSampler.of(model);
    IntFunction<float[]> points =
        count ->
            Noise.normals(
                RandomStream.named("sample", seed),
                Math.multiplyExact(count, sampler.latentSize()));
    return new Generator(model, sampler, form, device, NORMAL, points, seed, null, weights);
  }

  /** Whether a model samples from a moving average of its weights. */
  public static String weightsOf(Model model) {
    boolean hasAverage =
        model.networks().stream()
            .anyMatch(network -> network.architecture().name().startsWith("ema"));
    return hasAverage ? "ema" : "raw";
  }

  /** How many classes it can be asked for; 0 for none. */
  int classes() {
    return sampler.classCount();
  }

  @Override
  public ImageSet images(int count, Progress progress) {
    Task task = new Task("generating", count, "images", "");
    int one = form.shape().count();
    byte[] pixels = ImageSet.memory("generated", form.shape(), count);
    sampler.eachChunk(
        points.apply(count),
        null,
        form,
        device,
        (made, start) -> {
          System.arraycopy(made.pixels(), 0, pixels, start * one, made.pixels().length);
          progress.at(task, start + made.count(), 0);
        });
    return ImageSet.ofBytes(
        "generated",
        form.shape(),
        classes() == 0 ? List.of() : form.classes(),
        IntStream.range(0, count).map(i -> classes() == 0 ? 0 : i % classes()).toArray(),
        pixels);
  }
}
