package dev.figment.data.reader;

import dev.figment.DiskException;
import dev.figment.Progress;
import dev.figment.data.Split;
import dev.figment.data.image.Conversion;
import dev.figment.data.image.DecodedImage;
import dev.figment.data.image.ImageDecoder;
import dev.figment.data.image.ImageFormat;
import dev.figment.data.image.UnreadableImageException;
import dev.figment.data.reader.DataCheck.FileFinding;
import dev.figment.format.Sha256;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decodes all files of a place over all processors, and collects what is found. */
final class DataChecking {
  private static final int HUGE = 16_000_000;
  private static final Map<Conversion, Finding> FINDINGS =
      new EnumMap<>(
          Map.of(
              Conversion.TURNED, Finding.TURNED,
              Conversion.COMPOSITED, Finding.ALPHA,
              Conversion.REDUCED, Finding.SIXTEEN_BIT,
              Conversion.FROM_CMYK, Finding.CMYK,
              Conversion.FIRST_FRAME, Finding.ANIMATED));

  private final ImageFiles files;
  private final InOrder work;
  private final List<Checked> checked = new ArrayList<>();

  /**
   * What is known of one file.
   *
   * @param format null where it is none that is read
   * @param shape null where it is broken
   */
  private record Checked(
      String name,
      String hash,
      @Nullable ImageFormat format,
      @Nullable Shape shape,
      List<FileFinding> findings) {}

  private DataChecking(ImageFiles files, Progress progress) {
    this.files = files;
    this.work = new InOrder(progress);
  }

  static DataCheck of(Path path, Progress progress) {
    try (ImageFiles files = ImagePlaces.open(path)) {
      return new DataChecking(files, progress).check();
    } catch (IOException e) {
      throw new DiskException(path, "reading", e);
    }
  }

  private DataCheck check() throws IOException {
    List<String> names = files.names();
    work.each("check", names.size(), i -> checked(names.get(i)), (i, each) -> checked.add(each));
    List<FileFinding> findings = new ArrayList<>();
    checked.forEach(each -> findings.addAll(each.findings()));
    findings.addAll(duplicates());
    findings.addAll(grayAmongColor());
    findings.addAll(unlabeled());
    findings.sort(Comparator.comparing(FileFinding::file).thenComparing(FileFinding::finding));
    return new DataCheck(
        files.place(),
        checked.size(),
        counts(each -> each.format() == null ? null : each.format().toString()),
        counts(each -> each.shape() == null ? null : each.shape().toString()),
        files.leftOut(),
        List.copyOf(findings));
  }

  private Checked checked(String name) {
    try {
      return checked(name, files.read(name));
    } catch (UnreadableImageException e) {
      return broken(name, "", null, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return broken(name, "", null, DiskException.reason(e));
    }
  }

  private static Checked checked(String name, byte[] file) {
    String hash = Sha256.of(file);
    ImageFormat format = ImageFormat.of(file).orElse(null);
    try {
      DecodedImage image = ImageDecoder.read(file);
      Shape shape = image.image().shape();
      List<FileFinding> findings = new ArrayList<>();
      image
          .conversions()
          .forEach(each -> findings.add(finding(name, Objects.requireNonNull(FINDINGS.get(each)))));
      if (shape.height() * shape.width() > HUGE) {
        findings.add(new FileFinding(name, Finding.HUGE, shape.toString()));
      }
      if (format != null && !format.hasEnding(Listing.ending(name))) {
        findings.add(new FileFinding(name, Finding.MISNAMED, "it is a " + format));
      }
      return new Checked(name, hash, format, shape, findings);
    } catch (UnreadableImageException e) {
      return broken(name, hash, format, String.valueOf(e.getMessage()));
    }
  }

  private static Checked broken(
      String name, String hash, @Nullable ImageFormat format, String reason) {
    FileFinding finding = new FileFinding(name, Finding.BROKEN, reason);
    return new Checked(name, hash, format, null, List.of(finding));
  }

  private static FileFinding finding(String name, Finding finding) {
    return new FileFinding(name, finding, "");
  }

  /** Each but the first by name says of which it is one. */
  private List<FileFinding> duplicates() {
    Map<String, String> first = new HashMap<>();
    List<FileFinding> duplicates = new ArrayList<>();
    for (Checked each : checked) {
      String of = each.hash().isEmpty() ? null : first.putIfAbsent(each.hash(), each.name());
      if (of != null) {
        duplicates.add(new FileFinding(each.name(), Finding.DUPLICATE, "of " + of));
      }
    }
    return duplicates;
  }

  private List<FileFinding> grayAmongColor() {
    boolean anyColor =
        checked.stream().anyMatch(each -> each.shape() != null && each.shape().channels() > 1);
    return checked.stream()
        .filter(each -> anyColor && each.shape() != null && each.shape().channels() == 1)
        .map(each -> finding(each.name(), Finding.GRAY))
        .toList();
  }

  /** Of the place, or of each of its splits. */
  private List<FileFinding> unlabeled() {
    return SplitFolder.isSplit(files) && !files.has(LabelFile.NAME)
        ? Stream.of(Split.TRAIN, Split.TEST)
            .flatMap(each -> unlabeled(SplitFolder.of(files, each), each + "/"))
            .toList()
        : unlabeled(files, "").toList();
  }

  private static Stream<FileFinding> unlabeled(ImageFiles files, String folder) {
    Optional<LabelFile> labels = LabelFile.in(files);
    return labels.isPresent()
        ? labels.get().fault().stream()
            .map(each -> new FileFinding(folder + labels.get().name(), Finding.BROKEN, each))
        : ClassFolders.outside(files.names()).stream()
            .map(name -> new FileFinding(folder + name, Finding.UNLABELED, "beside class folders"));
  }

  /** How often each comes, the most frequent first. */
  private Map<String, Integer> counts(Function<Checked, @Nullable String> what) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Checked each : checked) {
      String key = what.apply(each);
      if (key != null) {
        counts.merge(key, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }
}
