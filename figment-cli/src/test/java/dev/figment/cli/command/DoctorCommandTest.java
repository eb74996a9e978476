package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.cli.report.Diagnostics;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorCommandTest {
  @Test
  void what_the_launcher_sets_is_what_the_doctor_wants() throws IOException {
    String script = Files.readString(Path.of("../figment-core/native-environment.sh"));
    Matcher export = Pattern.compile("export (\\w+)=\"\\$\\{\\1-([^}]*)}\"").matcher(script);
    Map<String, String> set = new HashMap<>();
    while (export.find()) {
      set.put(export.group(1), export.group(2));
    }
    assertThat(set).isEqualTo(Backend.ENVIRONMENT);
    assertThat(Diagnostics.of(set, "Linux 6")).allMatch(Diagnostics.Check::ok);
  }

  @Test
  void a_variable_that_is_missing_has_a_remedy() {
    Map<String, String> environment = new HashMap<>(Backend.ENVIRONMENT);
    environment.remove("GOMP_SPINCOUNT");
    assertThat(Diagnostics.of(environment, "Linux 6"))
        .filteredOn(check -> !check.ok())
        .containsExactly(
            new Diagnostics.Check(
                "GOMP_SPINCOUNT",
                "not set",
                false,
                "set it to 10000000 before Java starts, as ./figment does"));
  }

  @Test
  void what_only_linux_reads_is_not_asked_for_elsewhere() {
    assertThat(Diagnostics.of(Map.of(), "Mac OS X 15.1 aarch64")).isEmpty();
  }

  @Test
  void the_report_can_be_read_by_a_script() {
    JsonNode report = JsonMapper.shared().readTree(Console.run("doctor", "--json").out());
    assertThat(report.get("processors").intValue()).isPositive();
    assertThat(report.get("checks").valueStream().map(check -> check.get("about").asString()))
        .contains("engine", "threads", "memory", "disk", "fonts", "data", "GOMP_SPINCOUNT");
    assertThat(report.get("checks").get(0).get("found").asString()).startsWith("libtorch ");
  }

  @Test
  void a_missing_data_folder_is_no_failure_but_said(@TempDir Path empty) {
    Console doctor = Console.run("doctor", "--data-dir", empty.toString());
    assertThat(doctor.code()).isZero();
    assertThat(doctor.out())
        .contains("look  data", "no set in " + empty, "→ glyphs and", "to look at\n");
  }
}
