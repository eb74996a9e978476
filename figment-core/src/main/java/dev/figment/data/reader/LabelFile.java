package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.data.image.UnreadableImageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code dataset.json}, as StyleGAN's programs have it: {@code {"labels":
 * [["00000/img00000000.png", 2], …]}}, a class number for each image, or {@code null} for none.
 * Beside them Figment writes {@code "classes": ["daisy", …]}, the names of the numbers; without it
 * a class is called by its number.
 */
final class LabelFile {
  static final String NAME = "dataset.json";
  private static final int MOST_CLASSES = 1_000_000;
  private static final int FREE_BYTES = 1 << 20;
  private static final int BYTES_PER_IMAGE = 1_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final ImageFiles files;

  private LabelFile(ImageFiles files) {
    this.files = files;
  }

  /**
   * The images of a place and their classes: as this file says where there is one, or else as their
   * folders say.
   *
   * @throws DataException if the file is damaged, or is not about the images that there are
   */
  static ClassFolders foldersOf(ImageFiles files) {
    return files.has(NAME)
        ? new LabelFile(files).read()
        : ClassFolders.of(files.place(), files.names());
  }

  private ClassFolders read() {
    JsonNode file = parsed();
    JsonNode labels = file.path("labels");
    List<String> names = files.names();
    require(labels.isArray() || labels.isNull(), "labels, a list or null", file);
    if (labels.isNull()) {
      return ClassFolders.none(files.place(), names);
    }
    Map<String, Integer> byName = new HashMap<>();
    for (JsonNode each : labels) {
      require(isLabel(each), "a name and a class number each, as in [\"img.png\", 2]", each);
      Integer twice = byName.put(each.get(0).asString(), each.get(1).intValue());
      require(twice == null, "each image once", each);
    }
    int[] numbers = names.stream().mapToInt(name -> number(name, byName)).toArray();
    require(
        byName.size() == names.size(),
        "labels of the %d images that there are".formatted(names.size()),
        byName.size());
    return new ClassFolders(files.place(), names, classes(file, numbers), numbers);
  }

  private JsonNode parsed() {
    try {
      byte[] bytes = files.read(NAME);
      long most = FREE_BYTES + (long) BYTES_PER_IMAGE * files.names().size();
      require(bytes.length <= most, "at most %d bytes".formatted(most), bytes.length);
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JacksonException | UnreadableImageException e) {
      throw new DataException(
          "%s: %s: expected JSON, got none: %s", files.place(), NAME, e.getMessage());
    } catch (IOException e) {
      throw new DiskException(Path.of(files.place()), "reading " + NAME, e);
    }
  }

  private static boolean isLabel(JsonNode each) {
    return each.isArray()
        && each.size() == 2
        && each.get(0).isString()
        && each.get(1).isInt()
        && each.get(1).intValue() >= 0
        && each.get(1).intValue() < MOST_CLASSES;
  }

  private int number(String name, Map<String, Integer> byName) {
    Integer number = byName.get(name);
    if (number == null) {
      require(false, "a label of each image", "none of " + name);
    }
    return Objects.requireNonNull(number);
  }

  private List<String> classes(JsonNode file, int[] numbers) {
    int count = IntStream.of(numbers).max().orElse(-1) + 1;
    List<String> names = new ArrayList<>();
    file.path("classes").forEach(each -> names.add(each.asString("")));
    if (names.isEmpty()) {
      return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
    require(names.size() >= count, "names of %d classes".formatted(count), names);
    require(names.stream().distinct().count() == names.size(), "each class once", names);
    return names;
  }

  private void require(boolean holds, String expected, Object got) {
    if (!holds) {
      throw new DataException(
          "%s: %s: expected %s, got %s. Delete it where folders are the classes, or write it anew.",
          files.place(), NAME, expected, shortened(got));
    }
  }

  private static String shortened(Object got) {
    String text = String.valueOf(got);
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}
