package dev.figment.latent;

import dev.figment.format.Safetensors;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scikit-learn made of some points; figment-bench/peers/make_sklearn_fixtures.py wrote it. */
record SklearnFixture(Safetensors file) {
  static SklearnFixture named(String name) {
    return new SklearnFixture(
        Safetensors.read(Path.of("src/test/resources/fixtures/sklearn", name + ".safetensors")));
  }

  JsonNode says(String key) {
    return new JsonMapper().readTree(file.metadata().get("case")).get(key);
  }

  float[] values(String tensor) {
    return file.floats(tensor);
  }

  Points points(String tensor) {
    return new Points(values(tensor), (int) file.entry(tensor).shape()[1]);
  }
}
