package dev.figment.data.reader;

import static dev.figment.UsageException.require;

import dev.figment.DataException;
import dev.figment.DiskException;
import dev.figment.Progress;
import dev.figment.data.LoadReport;
import dev.figment.data.image.Colors;
import dev.figment.data.image.Conversion;
import dev.figment.data.image.DecodedImage;
import dev.figment.data.image.ImageDecoder;
import dev.figment.data.image.ImageTransform;
import dev.figment.data.image.UnreadableImageException;
import dev.figment.format.AtomicFile;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a clean zip of a folder or archive of images of many kinds: PNG files of one size and color
 * under the names that StyleGAN's programs give ({@code 00000/img00000000.png}), with their classes
 * in a {@link LabelFile}. Those that cannot be read, that were there before, or lie beside class
 * folders are dropped, and it is said which. The same images make the same bytes.
 *
 * <p>Every image is decoded twice, over all processors: once to see what it is, and once to be
 * written; so that memory holds a few at a time.
 */
public final class Preparation {
  private static final int SHOWN = 5;

  private final ImageFiles files;
  private final ClassFolders folders;
  private final ImageTransform transform;
  private final InOrder work;
  private final Map<String, String> dropped = new TreeMap<>();

  private Preparation(
      ImageFiles files, ImageTransform transform, boolean hasClasses, Progress progress) {
    this.files = files;
    this.transform = transform;
    this.work = new InOrder(progress);
    this.folders = hasClasses ? classes() : ClassFolders.none(files.place(), files.names());
  }

  /**
   * What was done.
   *
   * @param images written
   * @param shape of each
   * @param examplesPerClass how many of each class; empty where there are none
   * @param resized how many of them had another size
   * @param loaded what happened to them besides, and how many files are no images
   * @param dropped images that were not taken: why, by the name of the file
   */
  public record Report(
      int images,
      Shape shape,
      Map<String, Integer> examplesPerClass,
      int resized,
      LoadReport loaded,
      Map<String, String> dropped) {}

  /** An image that is to be written. */
  private record Chosen(String name, int label, Shape shape, Set<Conversion> conversions) {}

  /** What there is in a file: an image with its digest, or why there is none. */
  private record Found(@Nullable Chosen image, String digest, String reason) {}

  /**
   * Writes the zip, whole or not at all.
   *
   * @param from a folder, archive or image
   * @param to ends in {@code .zip}; nothing of that name may be there
   * @param transform size and colors; without colors those of most kinds: color where one image has
   *     some
   * @param hasClasses whether folders, or a file of labels, say of which class an image is
   * @throws dev.figment.UsageException if images differ in size and the transform brings them to
   *     none
   * @throws DataException if there are no images, or none can be read
   */
  public static Report write(
      Path from, Path to, ImageTransform transform, boolean hasClasses, Progress progress) {
    require(to.toString().endsWith(".zip"), "%s: expected a name that ends in .zip", to);
    require(!Files.exists(to), "%s: expected a new name, got that of something that is there", to);
    try (ImageFiles files = ImagePlaces.open(from)) {
      require(
          !hasClasses || !SplitFolder.isSplit(files),
          "%s: expected class folders, got train/ and test/. Prepare each of the two by itself.",
          from);
      return new Preparation(files, transform, hasClasses, progress).write(to);
    } catch (UncheckedIOException e) {
      throw new DiskException(from, "reading", Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw new DiskException(from, "reading", e);
    }
  }

  private ClassFolders classes() {
    if (LabelFile.in(files).isPresent()) {
      return files.folders();
    }
    ClassFolders.outside(files.names()).forEach(each -> drop(each, "beside class folders"));
    return ClassFolders.of(
        files.place(), files.names().stream().filter(each -> !dropped.containsKey(each)).toList());
  }

  private void drop(String name, String reason) {
    dropped.put(name, reason);
  }

  private Report write(Path to) throws IOException {
    List<Chosen> chosen = choose();
    if (chosen.isEmpty()) {
      throw new DataException(
          "%s: expected images, got none that can be read:%s",
          files.place(), FaultLines.of(dropped, name -> name));
    }
    ImageTransform form = form(chosen);
    PreparedZip zip =
        new PreparedZip(chosen.stream().map(Chosen::label).toList(), folders.classes());
    AtomicFile.write(
        to,
        channel ->
            zip.write(
                channel,
                taker ->
                    work.each(
                        "writing", chosen.size(), i -> png(chosen.get(i).name(), form), taker)));
    return report(chosen, form);
  }

  private List<Chosen> choose() throws IOException {
    List<Chosen> chosen = new ArrayList<>();
    Map<String, String> first = new TreeMap<>();
    work.each(
        "looking",
        folders.names().size(),
        this::find,
        (i, found) -> {
          String name = folders.names().get(i);
          String before = found.image() == null ? null : first.putIfAbsent(found.digest(), name);
          if (found.image() == null) {
            drop(name, found.reason());
          } else if (before != null) {
            drop(name, "the same as " + before);
          } else {
            chosen.add(found.image());
          }
        });
    return chosen;
  }

  private Found find(int index) {
    String name = folders.names().get(index);
    try {
      DecodedImage decoded = decode(name);
      int label = folders.labels()[index];
      return new Found(
          new Chosen(name, label, decoded.image().shape(), decoded.conversions()),
          PreparedZip.digest(decoded.image()),
          "");
    } catch (UnreadableImageException e) {
      return new Found(null, "", String.valueOf(e.getMessage()));
    }
  }

  private DecodedImage decode(String name) throws UnreadableImageException {
    try {
      return ImageDecoder.read(files.read(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] png(String name, ImageTransform form) {
    try {
      return PreparedZip.png(form.apply(decode(name).image()));
    } catch (UnreadableImageException e) { // it could be read a moment ago
      throw new DataException("%s: %s changed meanwhile: %s", files.place(), name, e.getMessage());
    }
  }

  /** With the colors that all come to; all of one size. */
  private ImageTransform form(List<Chosen> chosen) {
    boolean isGray = chosen.stream().allMatch(each -> each.shape().channels() == 1);
    Colors usual = isGray ? Colors.GRAY : Colors.RGB;
    ImageTransform form = transform.in(Objects.requireNonNullElse(transform.colors(), usual));
    List<Shape> shapes =
        chosen.stream().map(each -> form.outputShape(each.shape())).distinct().toList();
    require(
        shapes.size() == 1,
        "size: expected one, since images differ in theirs (%s%s). Name the one that all come to.",
        shapes.stream().limit(SHOWN).map(Shape::toString).collect(Collectors.joining(", ")),
        shapes.size() > SHOWN ? " and %d more".formatted(shapes.size() - SHOWN) : "");
    return form;
  }

  private Report report(List<Chosen> chosen, ImageTransform form) {
    Shape shape = form.outputShape(chosen.get(0).shape());
    Map<String, Integer> perClass = new LinkedHashMap<>();
    folders.classes().forEach(each -> perClass.put(each, 0));
    ConversionCounts conversions = new ConversionCounts();
    int resized = 0;
    for (Chosen each : chosen) {
      if (!perClass.isEmpty()) {
        perClass.merge(folders.classes().get(each.label()), 1, Integer::sum);
      }
      conversions.add(each.conversions());
      conversions.add(form.conversions(each.shape()));
      resized += isOfSize(each.shape(), shape) ? 0 : 1;
    }
    LoadReport loaded = conversions.toReport().withLeftOut(files.leftOut());
    return new Report(chosen.size(), shape, perClass, resized, loaded, dropped);
  }

  private static boolean isOfSize(Shape one, Shape other) {
    return one.height() == other.height() && one.width() == other.width();
  }
}
