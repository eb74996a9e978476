package dev.figment.recipe;

import static dev.figment.UsageException.require;

import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.Range;
import dev.figment.data.image.Colors;
import dev.figment.data.image.Conversion;
import dev.figment.data.image.Fit;
import dev.figment.data.image.ImageTransform;
import dev.figment.data.reader.IdxFiles;
import dev.figment.data.reader.ImageSurvey;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The set of a {@link RecipeDraft}, in a size that networks lead to.
 *
 * @param examples to learn from
 * @param found what is in it, in a sentence
 */
record DraftData(DataRecipe data, ExampleForm form, int examples, String found) {
  /** Larger images are made smaller, unless a size is asked for: an hour of a CPU is not enough. */
  private static final int LONG_SIDE = 64;

  private static final double NEARLY_SQUARE = 1.1;
  private static final int MOST_NAMED = 6;
  private static final double HOLD_OUT = 0.1;

  /** Of fewer, a tenth says nothing. */
  private static final int FEWEST_SPLIT = 100;

  /**
   * Looks at a set.
   *
   * @param set a name, or a path as {@link DataRecipe#namesPath} knows it
   * @param size asked for, [side] or [height, width]; null for one that fits
   */
  static DraftData of(String set, @Nullable Path dataFolder, @Nullable List<Integer> size) {
    DataRecipe data = DataRecipe.of(set);
    return data.namesPath() && !IdxFiles.areIn(ImageSets.path(set))
        ? ofPath(data, ImageSurvey.of(ImageSets.path(set)), size)
        : ofKnown(data, dataFolder, size);
  }

  private static DraftData ofKnown(
      DataRecipe data, @Nullable Path dataFolder, @Nullable List<Integer> size) {
    ExampleForm form = ImageSets.formOf(data, dataFolder);
    Shape shape = form.shape();
    require(shape.isImage(), "%s: expected a set of images, got vectors of %s", data.set(), shape);
    Shape wanted = isLarge(shape) ? smaller(LONG_SIDE, ratio(shape), shape.channels()) : shape;
    DraftSize near = asked(size, wanted.height(), wanted.width());
    boolean keeps = near.height() == shape.height() && near.width() == shape.width();
    int examples = ImageSets.open(data, dataFolder).size();
    return new DraftData(
        keeps ? data : near.of(data),
        form(near, shape.channels(), form.classes()),
        examples,
        found(examples, form.classes(), "%d×%d".formatted(shape.height(), shape.width()), shape)
            + (keeps ? "" : ", resized to " + near));
  }

  private static DraftData ofPath(
      DataRecipe data, ImageSurvey survey, @Nullable List<Integer> size) {
    Shape wanted = survey.common().orElse(null);
    if (wanted == null || isLarge(wanted)) {
      int side = Math.min(LONG_SIDE, survey.longSide());
      wanted = smaller(side, survey.aspectRatio(), survey.channels());
    }
    DraftSize near = asked(size, wanted.height(), wanted.width());
    double heldOut = survey.hasTest() || survey.examples() < FEWEST_SPLIT ? 0 : HOLD_OUT;
    ImageTransform crop = ImageTransform.to(near.shape(survey.channels()), Fit.CROP);
    boolean crops =
        survey.shapes().stream()
            .anyMatch(each -> crop.conversions(each).contains(Conversion.CROPPED));
    Colors colors = survey.channels() == 1 ? Colors.GRAY : Colors.RGB;
    return new DraftData(
        near.of(data)
            .withColors(colors)
            .withFit(crops ? Fit.CROP : Fit.STRETCH)
            .withHoldOut(heldOut),
        form(near, colors.channels(), survey.classes()),
        (int) Math.round(survey.examples() * (1 - heldOut)),
        found(survey.examples(), survey.classes(), sizes(survey), wanted)
            + (isSize(survey, near)
                ? ""
                : (crops ? ", cut to the shape of " : ", resized to ") + near));
  }

  private static DraftSize asked(@Nullable List<Integer> size, int height, int width) {
    return size == null
        ? DraftSize.near(height, width)
        : DraftSize.near(size.get(0), size.get(size.size() - 1));
  }

  private static boolean isLarge(Shape image) {
    return Math.max(image.height(), image.width()) > LONG_SIDE;
  }

  private static double ratio(Shape image) {
    return (double) image.width() / image.height();
  }

  private static Shape smaller(int side, double ratio, int channels) {
    boolean isSquare = ratio < NEARLY_SQUARE && ratio > 1 / NEARLY_SQUARE;
    int height = isSquare || ratio < 1 ? side : shorter(side / ratio);
    int width = isSquare || ratio > 1 ? side : shorter(side * ratio);
    return Shape.image(height, width, channels);
  }

  private static int shorter(double side) {
    return (int) Math.max(1, Math.round(side));
  }

  private static boolean isSize(ImageSurvey survey, DraftSize size) {
    return survey.shapes().stream()
        .allMatch(each -> each.height() == size.height() && each.width() == size.width());
  }

  private static ExampleForm form(DraftSize size, int channels, List<String> classes) {
    return new ExampleForm(size.shape(channels), classes, Range.ZERO_TO_ONE);
  }

  private static String sizes(ImageSurvey survey) {
    Shape smallest = survey.shapes().get(0);
    Shape largest = smallest;
    for (Shape each : survey.shapes()) {
      smallest = area(each) < area(smallest) ? each : smallest;
      largest = area(each) > area(largest) ? each : largest;
    }
    return area(smallest) == area(largest)
        ? words(smallest)
        : words(smallest) + " to " + words(largest);
  }

  private static long area(Shape image) {
    return (long) image.height() * image.width();
  }

  private static String words(Shape image) {
    return "%d×%d".formatted(image.height(), image.width());
  }

  private static String found(int examples, List<String> classes, String sizes, Shape shape) {
    String named = classes.size() > MOST_NAMED ? "" : " (" + String.join(", ", classes) + ")";
    return String.format(
        Locale.ROOT,
        "%,d images of %s pixels, %s%s",
        examples,
        sizes,
        shape.channels() == 1 ? "gray" : "in color",
        classes.isEmpty() ? "" : ", of %d classes%s".formatted(classes.size(), named));
  }
}
