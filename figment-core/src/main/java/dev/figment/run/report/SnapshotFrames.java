package dev.figment.run.report;

import dev.figment.format.Png;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The snapshots of a training one after the other, to be scrubbed through; on paper, and where
 * scripts do not run, a strip of them.
 */
final class SnapshotFrames {
  private static final String TITLE = "Over time";
  private static final int MOST_FRAMES = 60;
  private static final int ON_PAPER = 8;

  /** Bytes of PNG that all frames may have together. */
  private static final int MOST_BYTES = 6_000_000;

  private final Subject subject;
  private final List<Path> all;

  private record Frame(long step, BufferedImage picture, byte[] png) {}

  private SnapshotFrames(Subject subject) {
    this.subject = subject;
    List<Path> fakes = subject.folder().fakes();
    this.all = fakes.isEmpty() ? subject.folder().reconstructions() : fakes;
  }

  static Section of(Subject subject) {
    SnapshotFrames snapshots = new SnapshotFrames(subject);
    return snapshots.all.isEmpty()
        ? Section.absent(TITLE, "there are no snapshots in the run's folder")
        : snapshots.section();
  }

  private Section section() {
    List<Frame> frames = frames();
    return Section.of("time", TITLE, Facts.paragraph(words(frames.size())), player(frames));
  }

  private String words(int shown) {
    String what =
        subject.folder().fakes().isEmpty()
            ? "Images above what the model made of them"
            : "What the same points of the latent space became";
    if (all.size() == 1) {
      return what + ", at the only snapshot.";
    }
    return shown == all.size()
        ? "%s, at each of %d snapshots.".formatted(what, shown)
        : "%s, at %d of %s snapshots, evenly spaced."
            .formatted(what, shown, Figures.count(all.size()));
  }

  /** As many as there is room for, evenly spaced, the first and the last among them. */
  private List<Frame> frames() {
    int count = Math.min(all.size(), MOST_FRAMES);
    int largest = Math.max(1, Math.max(frame(0).png.length, frame(all.size() - 1).png.length));
    return evenly(all.size(), Math.max(2, Math.min(count, MOST_BYTES / largest)))
        .mapToObj(this::frame)
        .toList();
  }

  private Frame frame(int index) {
    BufferedImage picture = Pixels.gray(Pixels.unzoomed(Png.read(all.get(index))));
    return new Frame(RunFolder.stepOf(all.get(index)), picture, Png.bytes(picture));
  }

  private static IntStream evenly(int of, int most) {
    int count = Math.min(of, most);
    return IntStream.range(0, count).map(i -> (int) ((long) i * (of - 1) / Math.max(1, count - 1)));
  }

  private Html player(List<Frame> frames) {
    List<Html> figures = new ArrayList<>();
    List<Integer> onPaper = evenly(frames.size(), ON_PAPER).boxed().toList();
    TreeMap<Long, Double> kimg = kimg();
    for (int i = 0; i < frames.size(); i++) {
      Html figure = figure(frames.get(i), kimg.getOrDefault(frames.get(i).step, Double.NaN));
      figures.add(onPaper.contains(i) ? figure.with("class", "on-paper") : figure);
    }
    return Html.of(
            "div",
            Html.of("div", figures).with("class", "frames"),
            frames.size() > 1 ? controls(frames.size()) : Html.NONE)
        .with("class", "player");
  }

  private Html figure(Frame frame, double kimg) {
    String caption = Figures.time(frame.step, kimg);
    Html image =
        Pixels.image(
                frame.png,
                frame.picture.getWidth(),
                frame.picture.getHeight(),
                "Snapshot at " + caption)
            .with("class", subject.isOfImages() ? "pixels" : "drawing");
    return Html.of("figure", image, Html.of("figcaption", caption));
  }

  /** Thousands of images that were shown until each step that something was written of. */
  private TreeMap<Long, Double> kimg() {
    List<JsonNode> lines = new ArrayList<>(new JsonLines(subject.folder().metrics()).read());
    lines.addAll(new JsonLines(subject.folder().statistics()).read());
    TreeMap<Long, Double> kimg = new TreeMap<>();
    kimg.put(0L, 0.0);
    lines.stream()
        .filter(line -> line.path("kimg").isNumber())
        .forEach(line -> kimg.put(line.path("step").asLong(0), line.path("kimg").asDouble()));
    return kimg;
  }

  private static Html controls(int frames) {
    return Html.of(
            "div",
            Html.of("button", "Play").with("type", "button"),
            Html.of("input")
                .with("type", "range")
                .with("min", "0")
                .with("max", String.valueOf(frames - 1))
                .with("value", String.valueOf(frames - 1))
                .with("aria-label", "Snapshot; the arrow keys go from one to the next"))
        .with("class", "controls")
        .with("hidden", "");
  }
}
