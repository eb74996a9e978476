package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * What each command says of itself, against the files in src/test/resources/help. To renew them:
 * {@code mvn -pl figment-cli -am test -Dtest=HelpTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfigment.renew=true}, and read what changed before committing it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpTest {
  private static final Path FILES = Path.of("src/test/resources/help");

  static Stream<String> commands() {
    List<String> names = new ArrayList<>(List.of("figment"));
    collect(Main.commandLine(), names);
    return names.stream();
  }

  private static void collect(CommandLine line, List<String> names) {
    for (CommandLine each : line.getSubcommands().values()) {
      names.add(each.getCommandSpec().qualifiedName());
      collect(each, names);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void the_help_is_the_one_committed(String command) throws IOException {
    String[] words = (command + " --help").split(" ");
    String help = Console.run(Stream.of(words).skip(1).toArray(String[]::new)).out();
    Path file = FILES.resolve(command.replace(' ', '-') + ".txt");
    if (Boolean.getBoolean("figment.renew")) {
      Files.createDirectories(FILES);
      Files.writeString(file, help);
    }
    assertThat(help).isEqualTo(Files.readString(file));
  }
}
