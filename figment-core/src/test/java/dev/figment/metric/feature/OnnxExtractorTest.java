package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.FigmentException;
import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.nn.Shape;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnnxExtractorTest extends FeatureExtractorContract {
  @TempDir private static Path folder;
  private static OnnxExtractor extractor;

  @BeforeAll
  static void open() {
    Backend.threads(1);
    extractor = OnnxExtractor.open(written(OnnxModel.inception()));
  }

  @AfterAll
  static void close() {
    extractor.close();
  }

  @Override
  protected FeatureExtractor extractor() {
    return extractor;
  }

  @Override
  protected Shape takes() {
    return Shape.image(8, 6, 3);
  }

  @Override
  protected Shape refuses() {
    return Shape.image(8, 6, 2);
  }

  private static Path written(OnnxModel model) {
    return written(model.toBytes());
  }

  private static Path written(byte[] bytes) {
    try {
      return Files.write(folder.resolve("inception.onnx"), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Of one image of 2×2 whose colors have these means. */
  private static Features features(FeatureExtractor of, float... means) {
    float[] pixels = new float[4 * means.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = means[i / 4] + (i % 2 == 0 ? 1 : -1);
    }
    try (Scope scope = Scope.open()) {
      return of.of(Tensor.of(pixels, 1, means.length, 2, 2));
    }
  }

  private static double expected(int j, int count, double... means) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += means[i] * Math.sin(i * count + j);
    }
    return sum;
  }

  @Test
  void features_and_logits_are_what_the_network_gives() {
    Features features = features(extractor, 10, 20, 200);
    for (int j = 0; j < 2048; j += 100) {
      assertThat((double) features.vectors().row(0)[j])
          .isCloseTo(expected(j, 2048, 10, 20, 200), within(0.05));
    }
    assertThat((double) features.logits().row(0)[7])
        .isCloseTo(expected(7, 1008, 10, 20, 200), within(0.05));
  }

  @Test
  void it_is_the_network_by_which_fid_is_defined_and_its_hash_is_the_file_s() {
    assertThat(extractor.isInception()).isTrue();
    assertThat(extractor.kind()).isEqualTo("inception");
    assertThat(extractor.hash()).hasSize(64);
    try (OnnxExtractor again = OnnxExtractor.open(written(OnnxModel.inception()));
        OnnxExtractor other =
            OnnxExtractor.open(written(OnnxModel.inception().metadata("of", "another")))) {
      assertThat(again.hash()).isEqualTo(extractor.hash());
      assertThat(other.hash()).isNotEqualTo(extractor.hash());
    }
  }

  @Test
  void gray_images_are_repeated_to_three_channels() {
    assertThat(features(extractor, 90).vectors().values())
        .isEqualTo(features(extractor, 90, 90, 90).vectors().values());
  }

  @Test
  void more_images_than_fit_at_once_come_in_parts() {
    float[] pixels = new float[40 * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i;
    }
    try (Scope scope = Scope.open()) {
      Features features = extractor.of(Tensor.of(pixels, 40, 3, 1, 1));
      assertThat((double) features.vectors().row(39)[5])
          .isCloseTo(expected(5, 2048, 117, 118, 119), within(0.05));
    }
  }

  @Test
  void channels_may_come_last() {
    OnnxModel model =
        new OnnxModel()
            .input("last", OnnxModel.FLOAT, -1, -1, -1, 3)
            .node("Transpose", "last", "images", OnnxModel.permutation(0, 3, 1, 2))
            .means()
            .features(2048)
            .logits(1008);
    try (OnnxExtractor last = OnnxExtractor.open(written(model))) {
      assertThat(features(last, 10, 20, 200).vectors().values())
          .isEqualTo(features(extractor, 10, 20, 200).vectors().values());
    }
  }

  @Test
  void the_file_says_from_what_to_what_its_values_go() {
    assertThat((double) firstOf("0..1")).isCloseTo(expected(1, 2048, 1, 0.8, 0), within(1e-3));
    assertThat((double) firstOf("-1..1")).isCloseTo(expected(1, 2048, 1, 0.6, -1), within(1e-3));
    assertThat((double) firstOf("0..255")).isCloseTo(expected(1, 2048, 255, 204, 0), within(0.05));
  }

  private static float firstOf(String range) {
    OnnxModel model = OnnxModel.inception().metadata("figment.input", range);
    try (OnnxExtractor scaled = OnnxExtractor.open(written(model))) {
      return features(scaled, 255, 204, 0).vectors().row(0)[1];
    }
  }

  @Test
  void without_logits_there_are_no_rows_of_them() {
    OnnxModel model =
        new OnnxModel().input("images", OnnxModel.FLOAT, -1, 3, -1, -1).means().features(2048);
    try (OnnxExtractor alone = OnnxExtractor.open(written(model))) {
      assertThat(features(alone, 1, 2, 3).vectors().count()).isEqualTo(1);
      assertThat(features(alone, 1, 2, 3).logits().count()).isZero();
    }
  }

  @Test
  void a_network_of_one_size_takes_no_other() {
    OnnxModel model =
        new OnnxModel().input("images", OnnxModel.FLOAT, -1, 3, 299, 299).means().features(2048);
    Path file = written(model);
    try (OnnxExtractor fixed = OnnxExtractor.open(file)) {
      fixed.requireFit(Shape.image(299, 299, 1));
      assertThatThrownBy(() -> fixed.requireFit(Shape.image(28, 28, 1)))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              file
                  + ": expected images of 299×299, got 28×28×1. docs/inception_onnx.py makes a file"
                  + " that takes any size.");
    }
  }

  @Test
  void features_in_the_middle_of_a_small_image_are_a_vector_too() {
    OnnxModel model =
        new OnnxModel()
            .input("images", OnnxModel.FLOAT, -1, 3, -1, -1)
            .means()
            .sines("flat", 2048)
            .numbers("four", -1, 2048, 1, 1)
            .node("Reshape", "flat four", "features")
            .output("features", 4);
    try (OnnxExtractor four = OnnxExtractor.open(written(model))) {
      assertThat(features(four, 10, 20, 200).vectors().values())
          .isEqualTo(features(extractor, 10, 20, 200).vectors().values());
    }
  }

  @Test
  void other_networks_are_refused() {
    OnnxModel vgg = new OnnxModel().input("images", OnnxModel.FLOAT, -1, 3, -1, -1).means();
    refused(
        UsageException.class,
        vgg.features(1000),
        "expected an Inception network with 2,048 features and, if any, 1,008 logits for an image,"
            + " got outputs of [1, 1000]. docs/inception_onnx.py makes one.");
    refused(
        UsageException.class,
        new OnnxModel()
            .input("images", OnnxModel.FLOAT, -1, 3, -1, -1)
            .means()
            .features(2048)
            .logits(1000),
        "expected an Inception network with 2,048 features and, if any, 1,008 logits for an image,"
            + " got outputs of [1, 2048] and [1, 1000]. docs/inception_onnx.py makes one.");
  }

  @Test
  void other_inputs_are_refused() {
    refused(
        UsageException.class,
        OnnxModel.inception().input("mask", OnnxModel.FLOAT, -1, 3, -1, -1),
        "expected a network with one input, images, got 2: images, mask");
    refused(
        UsageException.class,
        new OnnxModel().input("images", OnnxModel.FLOAT, -1, 4, -1, -1).means().output("means", 2),
        "input images: expected floats of (n, 3, h, w) or (n, h, w, 3) with any n, got"
            + " [-1, 4, -1, -1]");
    refused(
        UsageException.class,
        new OnnxModel().input("images", OnnxModel.FLOAT, 1, 3, -1, -1).means().output("means", 2),
        "input images: expected floats of (n, 3, h, w) or (n, h, w, 3) with any n, got"
            + " [1, 3, -1, -1]");
    refused(
        UsageException.class,
        new OnnxModel()
            .input("images", OnnxModel.FLOAT, -1, 3, 1L << 40, -1)
            .means()
            .output("means", 2),
        "input images: expected images of at most 4096×4096, got [-1, 3, 1099511627776, -1]");
    refused(
        UsageException.class,
        OnnxModel.inception().metadata("figment.input", "0..2"),
        "figment.input: expected 0..255, 0..1 or -1..1, got 0..2");
  }

  @Test
  void bytes_as_input_are_refused() {
    OnnxModel bytes =
        new OnnxModel()
            .input("images", OnnxModel.UINT8, -1, 3, -1, -1)
            .node("Shape", "images", "sizes")
            .node("ConstantOfShape", "sizes", "features")
            .output("features", 4);
    assertThatThrownBy(() -> OnnxExtractor.open(written(bytes)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "input images: expected floats of (n, 3, h, w) or (n, h, w, 3) with any n, got ");
  }

  @Test
  void what_the_runtime_refuses_is_told_in_our_words() {
    OnnxModel unknown =
        new OnnxModel()
            .input("images", OnnxModel.FLOAT, -1, 3, -1, -1)
            .node("Summon", "images", "features")
            .output("features", 2);
    assertThatThrownBy(() -> OnnxExtractor.open(written(unknown)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("inception.onnx: expected a network that ONNX Runtime 1.")
        .hasMessageNotContaining("Summon");
  }

  @Test
  void a_network_that_fails_on_an_image_is_told_in_our_words() {
    OnnxModel failing =
        new OnnxModel()
            .input("images", OnnxModel.FLOAT, -1, 3, -1, -1)
            .numbers("wrong", 1, 7)
            .node("Reshape", "images wrong", "features")
            .output("features", 2);
    refused(
        ModelFileException.class,
        failing,
        "running it on images of [1, 3, 299, 299] failed in ONNX Runtime (ORT_FAIL)."
            + " docs/inception_onnx.py makes a file that takes images of any size.");
  }

  @Test
  void a_network_that_mixes_images_is_told() {
    OnnxModel mixing =
        new OnnxModel()
            .input("images", OnnxModel.FLOAT, -1, 3, -1, -1)
            .means()
            .sines("each", 2048)
            .numbers("zero", 0)
            .node("Gather", "each zero", "features")
            .output("features", 2);
    Path file = written(mixing);
    try (OnnxExtractor first = OnnxExtractor.open(file);
        Scope scope = Scope.open()) {
      assertThatThrownBy(() -> first.of(Tensor.of(new float[6], 2, 3, 1, 1)))
          .isInstanceOf(ModelFileException.class)
          .hasMessage(file + ": expected 2048 numbers for each of 2 images, got 2048 in all");
    }
  }

  @Test
  void tensors_in_other_files_are_refused_before_the_runtime_sees_them() {
    refused(
        ModelFileException.class,
        OnnxModel.inception().elsewhere("secret", "/etc/hostname"),
        "expected all tensors in the file, got one that is kept in another. Save it as one file.");
  }

  @Test
  void what_is_no_onnx_file_is_refused() {
    String message =
        "expected an ONNX file, got something else or a damaged one. docs/inception_onnx.py makes"
            + " one.";
    refused(ModelFileException.class, new byte[0], message);
    refused(
        ModelFileException.class,
        "PK, this is a zip of weights".getBytes(StandardCharsets.UTF_8),
        message);
    byte[] whole = OnnxModel.inception().toBytes();
    refused(ModelFileException.class, Arrays.copyOf(whole, whole.length - 5), message);
  }

  @Test
  void damage_anywhere_ends_in_an_error_of_ours() {
    byte[] whole = OnnxModel.inception().toBytes();
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try (OnnxExtractor lucky = OnnxExtractor.open(written(damaged))) {
        assertThat(lucky.hash()).hasSize(64);
      } catch (FigmentException e) {
        assertThat(e).hasMessageStartingWith(folder.toString());
      }
    }
  }

  @Test
  void no_file_is_refused() {
    Path missing = folder.resolve("missing.onnx");
    assertThatThrownBy(() -> OnnxExtractor.open(missing))
        .isInstanceOf(UsageException.class)
        .hasMessage(missing + ": expected the ONNX file of an Inception network, got no such file");
  }

  private static void refused(
      Class<? extends FigmentException> kind, OnnxModel model, String message) {
    refused(kind, model.toBytes(), message);
  }

  private static void refused(
      Class<? extends FigmentException> kind, byte[] bytes, String message) {
    Path file = written(bytes);
    assertThatThrownBy(() -> OnnxExtractor.open(file))
        .isInstanceOf(kind)
        .hasMessage(file + ": " + message);
  }
}
