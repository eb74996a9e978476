package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorTest {
  @Test
  void what_the_launcher_sets_is_what_the_doctor_wants() throws IOException {
    String script = Files.readString(Path.of("../figment-core/native-environment.sh"));
    Matcher export = Pattern.compile("export (\\w+)=\"\\$\\{\\1-([^}]*)}\"").matcher(script);
    Map<String, String> set = new HashMap<>();
    while (export.find()) {
      set.put(export.group(1), export.group(2));
    }
    assertThat(set).isEqualTo(Doctor.WANTED_ENVIRONMENT);
    assertThat(Doctor.examine(set).advice()).isEmpty();
  }

  @Test
  void a_variable_that_is_missing_is_advised() {
    Map<String, String> environment = new HashMap<>(Doctor.WANTED_ENVIRONMENT);
    environment.remove("OMP_WAIT_POLICY");
    assertThat(Doctor.examine(environment).advice())
        .containsExactly("set OMP_WAIT_POLICY=passive before Java starts (now not set)");
  }

  @Test
  void the_report_can_be_read_by_a_script() {
    JsonNode report = JsonMapper.shared().readTree(Console.run("doctor", "--json").out());
    assertThat(report.get("processors").intValue()).isPositive();
    assertThat(report.get("advice").isArray()).isTrue();
  }
}
