package dev.figment.data;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.data.image.Colors;
import dev.figment.data.image.ImageTransform;
import dev.figment.data.set.ImageSets;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} section of a recipe: which examples, and in which form a network meets them.
 *
 * @param set a name of {@link ImageSets#names}, or the path of a folder or zip of images (it then
 *     holds a {@code /} or ends in {@code .zip})
 * @param split the part to read; of {@code all}, nothing is kept back as a test split
 * @param range the interval that pixels are brought to; the set itself keeps bytes
 * @param classes only these classes, by name and in this order; null for all
 * @param size resize to this side, or to [height, width], without keeping the aspect ratio; null to
 *     keep
 * @param colors {@code gray} or {@code rgb}, to convert to; null to keep
 * @param binarization whether pixels become black or white
 */
public record DataRecipe(
    @JsonProperty(required = true) String set,
    @JsonProperty(defaultValue = "train") Split split,
    @JsonProperty(defaultValue = "zeroToOne") Range range,
    @JsonProperty(defaultValue = "null") @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> classes,
    @JsonProperty(defaultValue = "null")
        @JsonFormat(
            with = {
              Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
              Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
            })
        @Nullable List<Integer> size,
    @JsonProperty(defaultValue = "null") @Nullable Colors colors,
    @JsonProperty(defaultValue = "none") Binarization binarization) {

  /**
   * Fills in what is null with its default.
   *
   * @throws dev.figment.UsageException if there is no set, no or a repeated class, or a size that
   *     is none
   */
  public DataRecipe {
    require(set != null && !set.isBlank(), "data.set: expected the name of a set, got none");
    split = split == null ? Split.TRAIN : split;
    range = range == null ? Range.ZERO_TO_ONE : range;
    binarization = binarization == null ? Binarization.NONE : binarization;
    classes = classes == null ? null : List.copyOf(classes);
    size = size == null ? null : List.copyOf(size);
    checkClasses(classes);
    checkSize(size);
  }

  /** All of a set's training split as it is, in [0, 1]. */
  public static DataRecipe of(String set) {
    return new DataRecipe(set, Split.TRAIN, Range.ZERO_TO_ONE, null, null, null, Binarization.NONE);
  }

  /** The same of another split. */
  public DataRecipe withSplit(Split split) {
    return new DataRecipe(set, split, range, classes, size, colors, binarization);
  }

  /** The same with pixels brought to another range. */
  public DataRecipe withRange(Range range) {
    return new DataRecipe(set, split, range, classes, size, colors, binarization);
  }

  /** Only these classes, numbered in this order. */
  public DataRecipe withClasses(String... names) {
    return new DataRecipe(set, split, range, List.of(names), size, colors, binarization);
  }

  /** All classes of the set, in its own order. */
  public DataRecipe withAllClasses() {
    return new DataRecipe(set, split, range, null, size, colors, binarization);
  }

  /** Images resized to a square of this side, in pixels. */
  public DataRecipe withSize(int side) {
    return new DataRecipe(set, split, range, classes, List.of(side), colors, binarization);
  }

  /** Images converted to these colors. */
  public DataRecipe withColors(@Nullable Colors colors) {
    return new DataRecipe(set, split, range, classes, size, colors, binarization);
  }

  public DataRecipe withBinarization(Binarization binarization) {
    return new DataRecipe(set, split, range, classes, size, colors, binarization);
  }

  /** Whether {@link #set} is a path rather than a name. */
  public boolean namesPath() {
    return set.contains("/") || set.contains("\\") || set.endsWith(".zip");
  }

  /** What is done to every image on its way in. */
  public ImageTransform transform() {
    return size == null
        ? new ImageTransform(0, 0, colors)
        : new ImageTransform(size.get(0), size.get(size.size() - 1), colors);
  }

  private static void checkClasses(@Nullable List<String> classes) {
    if (classes != null) {
      require(!classes.isEmpty(), "data.classes: expected at least one name, got []");
      require(
          new HashSet<>(classes).size() == classes.size(),
          "data.classes: expected each name once, got %s",
          classes);
    }
  }

  private static void checkSize(@Nullable List<Integer> size) {
    if (size != null) {
      require(
          (size.size() == 1 || size.size() == 2)
              && size.stream().allMatch(side -> side >= 1 && side <= 4096),
          "data.size: expected one side or [height, width], each from 1 to 4096, got %s",
          size);
    }
  }
}
