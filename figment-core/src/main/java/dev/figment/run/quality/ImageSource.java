package dev.figment.run.quality;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import java.util.stream.IntStream;

/** Images to be measured. */
public interface ImageSource {
  /** The first so many images; labeled with the class that was asked for, where one was. */
  ImageSet images(int count, Progress progress);

  /** Images that are there: of another model, for instance. */
  static ImageSource of(ImageSet images) {
    return (count, progress) -> {
      UsageException.require(
          count <= images.size(),
          "%s: expected at least %d images to measure, got %d. Ask for fewer.",
          images.name(),
          count,
          images.size());
      return count == images.size() ? images : images.only(IntStream.range(0, count).toArray());
    };
  }
}
