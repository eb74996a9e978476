package dev.figment;

import dev.figment.format.Safetensors;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.Set;

/**
 * What real PyTorch computed, in its own layouts. figment-bench/peers/torch_gan_parts.py made it.
 */
public final class TorchFixture {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/torch");

  private final Safetensors file;

  private TorchFixture(Safetensors file) {
    this.file = file;
  }

  public static TorchFixture named(String name) {
    return new TorchFixture(Safetensors.read(FOLDER.resolve(name + ".safetensors")));
  }

  public Set<String> names() {
    return file.entries().keySet();
  }

  public float[] values(String tensor) {
    return file.floats(tensor);
  }

  /** As it was written; images then lie channels last in memory, as layers have them. */
  public Tensor tensor(String tensor) {
    Tensor read = Tensor.of(file.floats(tensor), file.entry(tensor).shape());
    return read.rank() == 4 ? read.channelsLast() : read;
  }
}
