package dev.figment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What programs can name of the library, against {@code api.txt}. To renew it: {@code mvn -pl
 * figment-core test -Dtest=ApiTest -Dfigment.renew=true}, and read what changed before committing
 * it; what is gone is a line of the changelog.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiTest {
  private static final Path FILE = Path.of("api.txt");
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void the_public_api_is_the_one_committed() throws IOException {
    List<String> now = PublicApi.linesOf(CLASSES);
    if (Boolean.getBoolean("figment.renew")) {
      Files.writeString(FILE, String.join("\n", now) + "\n");
    }
    assertThat(difference(Files.readAllLines(FILE), now))
        .as("the public API, against api.txt: -Dfigment.renew=true writes it anew")
        .isEmpty();
  }

  @Test
  void a_difference_has_what_is_gone_and_what_is_new() {
    List<String> before = List.of("nn.Dense record(int units)", "nn.Shape final class");
    List<String> now = List.of("nn.Dense record(int size)", "nn.Shape final class");
    assertThat(difference(before, now))
        .containsExactly("- nn.Dense record(int units)", "+ nn.Dense record(int size)");
  }

  @Test
  void every_kind_of_type_and_member_has_its_line() {
    assertThat(PublicApi.lines(List.of(Specimen.class, Specimen.Leaf.class, Specimen.Size.class)))
        .containsExactly(
            "api.Specimen sealed abstract class<T extends Comparable<T>> implements Runnable",
            "api.Specimen#CONSTANT : static final int",
            "api.Specimen#inherited() : final void",
            "api.Specimen#new(String...) throws IllegalArgumentException : protected",
            "api.Specimen#of(S[]) : static <S> List<? super S>",
            "api.Specimen#value() : protected abstract T",
            "api.Specimen.Leaf record(int units, List<String> names)",
            "api.Specimen.Leaf#new(int)",
            "api.Specimen.Size enum",
            "api.Specimen.Size#SMALL : static final api.Specimen.Size")
        .isSorted();
  }

  private static List<String> difference(List<String> before, List<String> now) {
    List<String> difference = new ArrayList<>();
    before.stream()
        .filter(line -> !now.contains(line))
        .forEach(line -> difference.add("- " + line));
    now.stream()
        .filter(line -> !before.contains(line))
        .forEach(line -> difference.add("+ " + line));
    return difference;
  }
}
