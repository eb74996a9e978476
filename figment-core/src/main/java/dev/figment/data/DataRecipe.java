package dev.figment.data;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.data.image.Colors;
import dev.figment.data.image.Fit;
import dev.figment.data.image.ImageFormat;
import dev.figment.data.image.ImageTransform;
import dev.figment.data.set.ImageSets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} section of a recipe: which examples, and in which form a network meets them.
 *
 * @param set a name of {@link ImageSets#names}, or the path of a folder or archive of images (it
 *     then holds a {@code /}, or ends as {@code .zip}, {@code .tar}, {@code .tar.gz} or an image
 *     does)
 * @param split the part to read; of {@code all}, nothing is kept back as a test split
 * @param range the interval that pixels are brought to; the set itself keeps bytes
 * @param classes only these classes, by name and in this order; null for all
 * @param size resize to this side, or to [height, width]; null to keep
 * @param fit how images of another aspect ratio come to the size; more than {@code stretch} needs
 *     one
 * @param colors {@code gray} or {@code rgb}, to convert to; null to keep
 * @param binarization whether pixels become black or white
 * @param holdOut of a folder or archive without a test split, the share of images, from 0 to 0.9,
 *     that is held out as one; chosen by their content, so that an image stays where it is when
 *     others come or go
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
    @JsonProperty(defaultValue = "stretch") Fit fit,
    @JsonProperty(defaultValue = "null") @Nullable Colors colors,
    @JsonProperty(defaultValue = "none") Binarization binarization,
    @JsonProperty(defaultValue = "0") double holdOut) {
  private static final double MOST_HELD_OUT = 0.9;
  private static final List<String> ARCHIVES = List.of("zip", "tar", "tar.gz", "tgz");
  private static final Pattern ENDING =
      Pattern.compile(
          Stream.concat(ARCHIVES.stream(), ImageFormat.endings().stream())
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "\\.(", ")$")),
          Pattern.CASE_INSENSITIVE);

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
    fit = fit == null ? Fit.STRETCH : fit;
    checkClasses(classes);
    checkSize(size);
    require(
        holdOut >= 0 && holdOut <= MOST_HELD_OUT,
        "data.holdOut: expected a share from 0 to 0.9, got %s",
        holdOut);
    require(
        size != null || fit == Fit.STRETCH,
        "data.fit: expected a size to %s to, got none. Give data.size, one side or [height,"
            + " width].",
        fit);
  }

  /** All of a set's training split as it is, in [0, 1]. */
  public static DataRecipe of(String set) {
    return Defaults.record(DataRecipe.class, set);
  }

  /** The same of another set. */
  public DataRecipe withSet(String set) {
    return Defaults.with(this, "set", set);
  }

  /** The same of another split. */
  public DataRecipe withSplit(Split split) {
    return Defaults.with(this, "split", split);
  }

  /** The same with pixels brought to another range. */
  public DataRecipe withRange(Range range) {
    return Defaults.with(this, "range", range);
  }

  /** Only these classes, numbered in this order. */
  public DataRecipe withClasses(String... names) {
    return Defaults.with(this, "classes", List.of(names));
  }

  /** All classes of the set, in its own order. */
  public DataRecipe withAllClasses() {
    return Defaults.with(this, "classes", null);
  }

  /** Images resized to a square of this side, in pixels. */
  public DataRecipe withSize(int side) {
    return Defaults.with(this, "size", List.of(side));
  }

  /** Images resized to this height and width, in pixels. */
  public DataRecipe withSize(int height, int width) {
    return Defaults.with(this, "size", List.of(height, width));
  }

  /** Images of another aspect ratio brought to the size in this way; it needs one. */
  public DataRecipe withFit(Fit fit) {
    return Defaults.with(this, "fit", fit);
  }

  /** Images converted to these colors. */
  public DataRecipe withColors(@Nullable Colors colors) {
    return Defaults.with(this, "colors", colors);
  }

  public DataRecipe withBinarization(Binarization binarization) {
    return Defaults.with(this, "binarization", binarization);
  }

  /** This share of images held out as a test split. */
  public DataRecipe withHoldOut(double share) {
    return Defaults.with(this, "holdOut", share);
  }

  /** Whether {@link #set} is a path rather than a name. */
  public boolean namesPath() {
    return set.contains("/") || set.contains("\\") || ENDING.matcher(set).find();
  }

  /**
   * The name of the set, or the last part of its path without the ending of an archive or image:
   * {@code photos}.
   */
  public String baseName() {
    String name =
        namesPath() ? String.valueOf(Path.of(set).toAbsolutePath().normalize().getFileName()) : set;
    return ENDING.matcher(name).replaceFirst("");
  }

  /**
   * A path as a set is named by it: with {@code ./} before it where it would be taken for a name.
   */
  public static String nameOf(String path) {
    return of(path).namesPath() ? path : "./" + path;
  }

  /** What is done to every image on its way in. */
  public ImageTransform transform() {
    return ImageTransform.of(size, colors, fit);
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
              && size.stream().allMatch(side -> side >= 1 && side <= ImageTransform.LONGEST_SIDE),
          "data.size: expected one side or [height, width], each from 1 to %d, got %s",
          ImageTransform.LONGEST_SIDE,
          size);
    }
  }
}
