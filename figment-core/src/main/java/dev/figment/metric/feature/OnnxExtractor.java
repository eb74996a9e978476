package dev.figment.metric.feature;

import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.latent.Points;
import dev.figment.nn.Shape;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The features of the original Inception network, by which FID, KID and IS are defined, from a file
 * of the user's: 2,048 numbers (pool3) and, where the file has them, 1,008 logits without their
 * bias ({@code logits_unbiased}). {@code docs/inception_onnx.py} makes such a file of
 * torch-fidelity's weights.
 *
 * <p>The network has one input: floats of (n, 3, h, w) or (n, h, w, 3), from 0 to 255 unless the
 * file's metadata say otherwise ({@code figment.input}: {@code 0..1} or {@code -1..1}). Resizing to
 * 299×299 as TensorFlow 1 does, bilinear without a shift of half a pixel, and (x − 128)/128 are
 * part of the network: a file whose h and w are open must do it itself, one that is fixed takes
 * images of that size alone. Gray images are repeated to three channels. The first output is the
 * features, the second, if there is one, the logits; without it {@link Features#logits} has no
 * rows.
 *
 * <p>A file is not trusted: it is walked through first, and one that keeps tensors in other files
 * is refused. Then ONNX Runtime checks its graph and runs it, with operators of its own alone. How
 * much memory and time a graph takes is not limited.
 *
 * @see <a href="https://github.com/toshas/torch-fidelity">torch-fidelity</a>, whose features these
 *     are, up to rounding
 */
public final class OnnxExtractor implements FeatureExtractor {
  private static final int FEATURES = 2048;
  private static final int CLASSES = 1008;
  private static final int SIDE = 299;
  private static final int PART = 16; // images at once: their values inside take 0.1 GB

  private final OnnxSession session;
  private final OnnxInput input;
  private final boolean hasLogits;
  private final String hash;

  private OnnxExtractor(OnnxSession session, OnnxInput input, boolean hasLogits, String hash) {
    this.session = session;
    this.input = input;
    this.hasLogits = hasLogits;
    this.hash = hash;
  }

  /**
   * Opens a file, and tries it on a black image.
   *
   * @throws UsageException if there is no such file, or it is no Inception network
   * @throws ModelFileException if it is no ONNX file that can be run
   */
  public static OnnxExtractor open(Path file) {
    OnnxFile read = OnnxFile.read(file);
    OnnxSession session = OnnxSession.open(read);
    try {
      OnnxInput input = OnnxInput.of(file, session);
      List<OnnxSession.Output> outputs = black(session, input);
      requireInception(file, outputs);
      return new OnnxExtractor(session, input, outputs.size() == 2, read.hash());
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static List<OnnxSession.Output> black(OnnxSession session, OnnxInput input) {
    long[] size = Arrays.stream(input.size()).map(side -> side < 0 ? SIDE : side).toArray();
    float[] values = new float[Math.toIntExact(Math.multiplyExact(3 * size[0], size[1]))];
    return session.run(input.name(), values, input.batch(1, size[0], size[1]));
  }

  private static void requireInception(Path file, List<OnnxSession.Output> outputs) {
    boolean is =
        (outputs.size() == 1 || outputs.size() == 2 && isRow(outputs.get(1), CLASSES))
            && isRow(outputs.get(0), FEATURES);
    UsageException.require(
        is,
        "%s: expected an Inception network with 2,048 features and, if any, 1,008 logits for an"
            + " image, got outputs of %s. docs/inception_onnx.py makes one.",
        file,
        outputs.stream()
            .map(each -> Arrays.toString(each.shape()))
            .collect(Collectors.joining(" and ")));
  }

  /** (1, size), or (1, size, 1, 1). */
  private static boolean isRow(OnnxSession.Output output, int size) {
    long[] shape = output.shape();
    boolean isFlat = shape.length == 2 || shape.length == 4 && shape[2] == 1 && shape[3] == 1;
    return isFlat && shape[0] == 1 && shape[1] == size;
  }

  @Override
  public String kind() {
    return "inception";
  }

  /** The SHA-256 of the file. */
  @Override
  public String hash() {
    return hash;
  }

  @Override
  public boolean isInception() {
    return true;
  }

  @Override
  public void requireFit(Shape image) {
    input.requireFit(image);
  }

  @Override
  public Features of(Tensor pixels) {
    int count = Math.toIntExact(pixels.size(0));
    float[] vectors = new float[count * FEATURES];
    float[] logits = new float[hasLogits ? count * CLASSES : 0];
    for (int start = 0; start < count; start += PART) {
      int images = Math.min(PART, count - start);
      List<OnnxSession.Output> outputs = run(pixels, start, images);
      copy(outputs.get(0), images, FEATURES, vectors, start);
      if (hasLogits) {
        copy(outputs.get(1), images, CLASSES, logits, start);
      }
    }
    return new Features(new Points(vectors, FEATURES), new Points(logits, CLASSES));
  }

  private List<OnnxSession.Output> run(Tensor pixels, int start, int images) {
    try (Scope scope = Scope.open()) {
      Tensor part = pixels.narrow(0, start, images);
      long[] shape = input.batch(images, pixels.size(2), pixels.size(3));
      return session.run(input.name(), input.values(part), shape);
    }
  }

  private void copy(OnnxSession.Output rows, int images, int size, float[] target, int firstRow) {
    if (rows.values().length != images * size) {
      throw new ModelFileException(
          "%s: expected %d numbers for each of %d images, got %d in all",
          input.file(), size, images, rows.values().length);
    }
    System.arraycopy(rows.values(), 0, target, firstRow * size, images * size);
  }

  @Override
  public void close() {
    session.close();
  }
}
