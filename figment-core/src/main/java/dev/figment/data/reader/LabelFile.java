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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code dataset.json}, as StyleGAN's programs have it: {@code {"labels":
 * [["00000/img00000000.png", 2], …]}}, a class number for each image, or {@code null} for none.
 * Beside them Figment writes {@code "classes": ["daisy", …]}, the names of the numbers; without it
 * a class is called by its number. It lies beside the images or above them, at the top of a place
 * or in a folder that holds all of it, and names are those from there on.
 */
final class LabelFile {
  static final String NAME = "dataset.json";
  private static final int MOST_CLASSES = 1_000_000;
  private static final int FREE_BYTES = 1 << 20;
  private static final int BYTES_PER_IMAGE = 1_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final ImageFiles files;
  private final String folder;

  private LabelFile(ImageFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  /** The outermost one of a place, where there is one. */
  static Optional<LabelFile> in(ImageFiles files) {
    String common = commonFolder(files.names());
    for (int end = 0; end >= 0; end = next(common, end)) {
      String folder = common.substring(0, end);
      if (files.has(folder + NAME)) {
        return Optional.of(new LabelFile(files, folder));
      }
    }
    return Optional.empty();
  }

  /** The end of the next folder in a path; -1 where there is none. */
  private static int next(String path, int end) {
    int slash = path.indexOf('/', end);
    return slash < 0 ? -1 : slash + 1;
  }

  /** The innermost folder that holds all, with its {@code /}; empty where there is none. */
  private static String commonFolder(List<String> sorted) {
    String first = sorted.isEmpty() ? "" : sorted.get(0);
    String last = sorted.isEmpty() ? "" : sorted.get(sorted.size() - 1);
    int same = 0;
    while (same < Math.min(first.length(), last.length())
        && first.charAt(same) == last.charAt(same)) {
      same++;
    }
    return first.substring(0, first.substring(0, same).lastIndexOf('/') + 1);
  }

  /**
   * Which files are files of labels: of all images, or of those of a split.
   *
   * @param images sorted
   */
  static Predicate<String> of(List<String> images) {
    List<String> common =
        Stream.concat(Stream.of(images), SplitFolder.parts(images))
            .map(LabelFile::commonFolder)
            .toList();
    return name -> {
      String folder = name.substring(0, name.lastIndexOf('/') + 1);
      return name.substring(folder.length()).equals(NAME)
          && common.stream().anyMatch(each -> each.startsWith(folder));
    };
  }

  /** From the top of the place on. */
  String name() {
    return folder + NAME;
  }

  /**
   * The images of a place and their classes: as this file says where there is one, or else as their
   * folders say.
   *
   * @throws DataException if the file is damaged, or is not about the images that there are
   */
  static ClassFolders foldersOf(ImageFiles files) {
    return in(files)
        .map(LabelFile::read)
        .orElseGet(() -> ClassFolders.of(files.place(), files.names()));
  }

  /** What is wrong with it; empty where nothing is. */
  Optional<String> fault() {
    try {
      read();
      return Optional.empty();
    } catch (DataException e) {
      String said = String.valueOf(e.getMessage());
      String intro = intro();
      return Optional.of(said.startsWith(intro) ? said.substring(intro.length()) : said);
    }
  }

  private String intro() {
    return "%s: %s: ".formatted(files.place(), name());
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
      byte[] bytes = files.read(name());
      long most = FREE_BYTES + (long) BYTES_PER_IMAGE * files.names().size();
      require(bytes.length <= most, "at most %d bytes".formatted(most), bytes.length);
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JacksonException | UnreadableImageException e) {
      throw new DataException("%sexpected JSON, got none: %s", intro(), e.getMessage());
    } catch (IOException e) {
      throw new DiskException(Path.of(files.place()), "reading " + name(), e);
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
    Integer number = byName.get(name.substring(folder.length()));
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
          "%sexpected %s, got %s. Delete it where folders are the classes, or write it anew.",
          intro(), expected, shortened(got));
    }
  }

  private static String shortened(Object got) {
    String text = String.valueOf(got);
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}
