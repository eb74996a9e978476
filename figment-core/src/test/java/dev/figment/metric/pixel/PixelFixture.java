package dev.figment.metric.pixel;

import dev.figment.data.ImageSet;
import dev.figment.format.Safetensors;
import dev.figment.nn.Shape;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** What NumPy, SciPy and scikit-image say; figment-bench/peers/make_pixel_fixtures.py wrote it. */
record PixelFixture(Safetensors file) {
  static PixelFixture named(String name) {
    return new PixelFixture(
        Safetensors.read(Path.of("src/test/resources/fixtures/pixels", name + ".safetensors")));
  }

  float[] values(String tensor) {
    return file.floats(tensor);
  }

  double says(String key) {
    return new JsonMapper().readTree(file.metadata().get("case")).get(key).asDouble();
  }

  /** Images (images, height, width, channels). */
  ImageSet images(String tensor) {
    long[] n = file.entry(tensor).shape();
    Shape shape = Shape.image((int) n[1], (int) n[2], (int) n[3]);
    return Pixels.set(tensor, shape, bytes(values(tensor)));
  }

  /** One image (height, width, channels). */
  Plane image(String tensor) {
    long[] n = file.entry(tensor).shape();
    return new Plane(values(tensor), (int) n[0], (int) n[1], (int) n[2]);
  }

  private static byte[] bytes(float[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
