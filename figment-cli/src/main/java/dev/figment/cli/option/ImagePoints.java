package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.cli.latent.InterpolationPath;
import dev.figment.cli.latent.NamedPoints;
import dev.figment.data.ImageSet;
import dev.figment.run.Run;
import dev.figment.run.exploration.Trained;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The points that a model encodes images as: examples by their number in a split, or files. */
public final class ImagePoints implements NamedPoints {
  private final Run run;
  private final Trained trained;
  private final ExampleOptions examples;
  private final TreeSet<Integer> classes = new TreeSet<>();
  private boolean usesFiles;

  public ImagePoints(Run run, ExampleOptions examples) {
    this.run = run;
    this.trained = run.trained();
    this.examples = examples;
  }

  @Override
  public InterpolationPath path() {
    return InterpolationPath.LINEAR;
  }

  @Override
  public boolean areOfImages() {
    return true;
  }

  @Override
  public float[] mean(String option, List<String> names) {
    List<float[]> points = new ArrayList<>();
    for (String name : names) {
      ImageSet one = image(option, name);
      points.add(trained.encode(one));
      classes.add(one.label(0));
    }
    return NamedPoints.mean(points);
  }

  private ImageSet image(String option, String name) {
    if (!name.matches("\\d{1,9}") || Files.exists(Path.of(name))) {
      usesFiles = true;
      return examples.files(List.of(Path.of(name)), run);
    }
    ImageSet all = examples.all(run);
    int number = Integer.parseInt(name);
    UsageException.require(
        number < all.size(),
        "%s: expected an example of the %s split by its number from 0 to %d, or an image file, got"
            + " %s.",
        option,
        examples.split(run),
        all.size() - 1,
        name);
    return all.only(number);
  }

  @Override
  public String label() {
    return usesFiles ? "images" : examples.split(run).toString();
  }

  /** That of the images, where the model was taught classes. */
  @Override
  public @Nullable Integer classNumber() {
    if (trained.classes().count() == 0) {
      return null;
    }
    UsageException.require(
        classes.size() == 1,
        "interpolate: expected images of one class, got %s. Choose others, or add --class NAME to"
            + " see all as one.",
        classes.stream().map(trained.form().classes()::get).collect(Collectors.joining(", ")));
    return classes.first();
  }
}
