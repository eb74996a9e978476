package dev.figment.train;

import dev.figment.DiskException;
import dev.figment.FigmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of a run: {@code checkpoints/step-00001000}, the newest of which are kept. */
public final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final Path folder;
  private final int keep;

  /**
   * @param keep how many of the newest stay
   */
  public Checkpoints(Path folder, int keep) {
    this.folder = folder;
    this.keep = keep;
  }

  /** Writes one, then lets go of the oldest beyond those to keep. */
  public Checkpoint write(TrainingState state, Map<String, String> metadata) {
    Path target = folder.resolve("step-%08d".formatted(state.clock().step()));
    Checkpoint written = Checkpoint.write(target, state, metadata);
    all().stream().skip(keep).forEach(old -> Folders.deleteIfExists(old.folder()));
    return written;
  }

  /** The newest that is whole; damaged ones are passed over with a warning. */
  public Optional<Checkpoint> newest() {
    return all().stream().filter(Checkpoints::isWhole).findFirst();
  }

  private static boolean isWhole(Checkpoint checkpoint) {
    try {
      checkpoint.verify();
      return true;
    } catch (FigmentException e) {
      LOG.warn("passed over a checkpoint: {}", e.getMessage());
      return false;
    }
  }

  /** All of them, newest first, whole or not. */
  public List<Checkpoint> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(each -> each.getFileName().toString().matches("step-\\d{8,}"))
          .sorted(Comparator.comparing(Checkpoints::step).reversed())
          .map(Checkpoint::new)
          .toList();
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
  }

  private static long step(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().substring("step-".length()));
  }
}
