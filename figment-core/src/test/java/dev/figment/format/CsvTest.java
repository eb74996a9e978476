package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTest {
  @TempDir private Path folder;

  private String written(Stream<List<String>> rows) throws IOException {
    Path file = folder.resolve("table.csv");
    Csv.write(file, rows);
    return Files.readString(file);
  }

  @Test
  void cells_are_parted_by_commas_and_quoted_where_they_must_be() throws IOException {
    assertThat(written(Stream.of(List.of("a", "b,c"), List.of("say \"hé\"", "two\nlines"))))
        .isEqualTo("a,\"b,c\"\n\"say \"\"hé\"\"\",\"two\nlines\"\n");
  }

  @Test
  void long_tables_are_written_in_parts_and_whole() throws IOException {
    String text = written(IntStream.range(0, 50_000).mapToObj(i -> List.of(String.valueOf(i))));
    assertThat(text.lines()).hasSize(50_000).startsWith("0").endsWith("49999");
    assertThat(written(Stream.empty())).isEmpty();
  }
}
