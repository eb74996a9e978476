package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.data.image.ImageTransform;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A size of images as it is typed: {@code 64}, or {@code 112x80}, height and width. */
public final class ImageSize {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:[x×](\\d{1,4}))?");

  private ImageSize() {}

  /**
   * One side, or height and width, as {@code data.size} has it.
   *
   * @param option its name, for messages
   */
  public static List<Integer> sides(String option, String typed) {
    Matcher form = FORM.matcher(typed);
    boolean isSize = form.matches();
    List<Integer> sides =
        !isSize
            ? List.of()
            : form.group(2) == null
                ? List.of(Integer.valueOf(form.group(1)))
                : List.of(Integer.valueOf(form.group(1)), Integer.valueOf(form.group(2)));
    UsageException.require(
        isSize && sides.stream().allMatch(side -> side >= 1 && side <= ImageTransform.LONGEST_SIDE),
        "%s: expected one side or HxW, as in 64 or 112x80, each from 1 to %d, got %s",
        option,
        ImageTransform.LONGEST_SIDE,
        typed);
    return sides;
  }
}
