package dev.figment.run.folder;

import dev.figment.DataException;
import dev.figment.data.ImageSet;
import dev.figment.format.AtomicFile;
import dev.figment.train.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code data.json}: which examples a run learns from, so that a resume can say which of them are
 * others.
 *
 * @param shape of every example, in words
 * @param classes in their order
 * @param checksums of each example and its class number, as {@link ImageSet#checksums} has them: 32
 *     bits each, the highest byte first, as Base64
 */
public record DataRecord(String shape, List<String> classes, String checksums) {
  public DataRecord {
    Objects.requireNonNull(shape);
    classes = List.copyOf(classes);
    numbers(checksums); // refuses what is no Base64
  }

  private static final int SHOWN = 3;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Logger LOG = LoggerFactory.getLogger(DataRecord.class);

  /** Those of a set. */
  public static DataRecord of(ImageSet set) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * set.size());
    bytes.asIntBuffer().put(set.checksums());
    String checksums = Base64.getEncoder().encodeToString(bytes.array());
    return new DataRecord(set.shape().toString(), set.classes(), checksums);
  }

  /**
   * Compares a set with that of a checkpoint.
   *
   * @param file where the run wrote down what it learned from; it may have none
   * @param forced whether another set is taken all the same
   * @return what is different
   * @throws DataException if it is another one
   */
  public static List<String> requireSame(
      ImageSet set, Checkpoint checkpoint, Path file, boolean forced) {
    String before = checkpoint.provenance().orElseThrow().data();
    String now = set.fingerprint();
    DataRecord record = of(set);
    List<String> differences = read(file).map(each -> each.differences(record)).orElse(List.of());
    if (differences.isEmpty() && !now.equals(before)) {
      differences = List.of("%s → %s".formatted(before, now));
    }
    if (!differences.isEmpty() && !forced) {
      throw new DataException(
          "expected the data that the run learned from so far (%s), got other data (%s): %s. Bring"
              + " it back, train on the new data in a run of its own, or force it.",
          before, now, String.join("; ", differences));
    }
    return differences;
  }

  /** What another set has otherwise, in words; empty if nothing. */
  List<String> differences(DataRecord now) {
    if (!shape.equals(now.shape)) {
      return List.of("examples are of %s, not of %s".formatted(now.shape, shape));
    }
    List<String> differences = new ArrayList<>();
    if (!classes.equals(now.classes)) {
      differences.add("classes are %s, not %s".formatted(now.classes, classes));
    }
    IntBuffer old = numbers(checksums);
    IntBuffer other = numbers(now.checksums);
    if (old.capacity() != other.capacity()) {
      differences.add("%d examples, not %d".formatted(other.capacity(), old.capacity()));
    }
    differences.addAll(examples(old, other));
    return differences;
  }

  private static List<String> examples(IntBuffer old, IntBuffer now) {
    TreeSet<Integer> lost = without(old, now);
    TreeSet<Integer> gained = without(now, old);
    if (lost.isEmpty() && gained.isEmpty()) {
      return old.equals(now) ? List.of() : List.of("the same examples in another order");
    }
    TreeMap<Integer, String> differences = new TreeMap<>();
    List<Integer> others = others(old, now);
    if (old.capacity() == now.capacity() && others.size() <= lost.size() + gained.size()) {
      others.forEach(i -> differences.put(i, "example %d is another".formatted(i)));
    } else {
      lost.forEach(i -> differences.put(i, "example %d is missing".formatted(i)));
      gained.forEach(
          i -> differences.merge(i, "example %d is new".formatted(i), DataRecord::joined));
    }
    return shortened(List.copyOf(differences.values()));
  }

  private static String joined(String missing, String isNew) {
    return missing + ", " + isNew;
  }

  private static List<String> shortened(List<String> differences) {
    List<String> some = new ArrayList<>(differences.stream().limit(SHOWN).toList());
    if (differences.size() > SHOWN) {
      some.add("and so on, %d in all".formatted(differences.size()));
    }
    return some;
  }

  /** The places where two lists are not the same, as far as the shorter goes. */
  private static List<Integer> others(IntBuffer one, IntBuffer other) {
    return IntStream.range(0, Math.min(one.capacity(), other.capacity()))
        .filter(i -> one.get(i) != other.get(i))
        .boxed()
        .toList();
  }

  /** The places of the numbers that the other list has not, or fewer of. */
  private static TreeSet<Integer> without(IntBuffer list, IntBuffer other) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < other.capacity(); i++) {
      counts.merge(other.get(i), 1, Integer::sum);
    }
    TreeSet<Integer> places = new TreeSet<>();
    for (int i = 0; i < list.capacity(); i++) {
      if (counts.merge(list.get(i), -1, Integer::sum) < 0) {
        places.add(i);
      }
    }
    return places;
  }

  private static IntBuffer numbers(String base64) {
    return ByteBuffer.wrap(Base64.getDecoder().decode(base64)).asIntBuffer();
  }

  /** Writes it, unless it is there already. */
  public void write(Path file) {
    if (!read(file).equals(Optional.of(this))) {
      AtomicFile.write(file, JSON.writeValueAsString(this));
    }
  }

  private static Optional<DataRecord> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.ofNullable(JSON.readValue(Files.readString(file), DataRecord.class))
          : Optional.empty();
    } catch (JacksonException | IOException e) {
      LOG.warn("{}: passed over, it is written anew: {}", file, e.getMessage());
      return Optional.empty();
    }
  }
}
