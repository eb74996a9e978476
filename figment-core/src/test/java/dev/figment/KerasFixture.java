package dev.figment;

import dev.figment.format.Safetensors;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One case that real Keras computed: what it was, in the words of a recipe, and the tensors that
 * went in and came out. figment-bench/peers makes them.
 */
public final class KerasFixture {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/keras");
  private static final JsonMapper JSON = new JsonMapper();

  private final String name;
  private final Safetensors file;
  private final JsonNode description;

  private KerasFixture(Path path) {
    this.name = path.getFileName().toString().replace(".safetensors", "");
    this.file = Safetensors.read(path);
    this.description = JSON.readTree(file.metadata().get("case"));
  }

  /**
   * @param folder layers, optimizers or losses
   */
  public static List<KerasFixture> all(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.sorted().map(KerasFixture::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the case says of itself: {@code mode}, {@code input}. */
  public JsonNode says(String key) {
    return description.get(key);
  }

  /** A part of a recipe, bound as a recipe would bind it. */
  public <T> T part(String key, Class<T> type) {
    return RecipeText.read(says(key).toString(), type);
  }

  public boolean has(String tensor) {
    return file.entries().containsKey(tensor);
  }

  /** Keras's values, images channels last. */
  public float[] values(String tensor) {
    return file.floats(tensor);
  }

  /** A tensor in the layout in which it was written. */
  public Tensor tensor(String tensor) {
    return Tensor.of(file.floats(tensor), file.entry(tensor).shape());
  }

  /** A batch as layers take it: images as (examples, channels, height, width). */
  public Tensor batch(String tensor) {
    Tensor batch = tensor(tensor);
    return batch.rank() == 4 ? batch.permute(0, 3, 1, 2) : batch;
  }

  @Override
  public String toString() {
    return name;
  }
}
