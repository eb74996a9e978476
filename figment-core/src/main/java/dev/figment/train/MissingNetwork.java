package dev.figment.train;

import dev.figment.UsageException;
import dev.figment.nn.AppliedLayer;
import dev.figment.nn.LayerObserver;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.Set;

/** Refuses to run a network whose weights a file does not have. */
record MissingNetwork(Path file, Set<String> present) implements LayerObserver {
  @Override
  public void before(AppliedLayer layer, Tensor x) {
    throw new UsageException(
        "%s: expected the weights of network %s too, got those of %s alone. Use the run that it"
            + " was exported from.",
        file, layer.network(), String.join(", ", present));
  }

  @Override
  public void after(AppliedLayer layer, Tensor x, Tensor y) {}
}
