package dev.figment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OptionNamesTest {
  private static String said(String command, String message) {
    CommandLine line = Main.commandLine().getSubcommands().get(command);
    return new OptionNames(line).in(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate|samples: expected at least 1, got 0|--samples: expected at least 1, got 0",
        "evaluate|metrics nll: runs/a: expected b|--metrics nll: runs/a: expected b",
        "train|device cuda: expected a GPU|--device cuda: expected a GPU",
        "train|set train.batch, seed: seed: too large|--set train.batch, seed: seed: too large",
        "show|set seed=[1, line 1, column 3: no|--set seed=[1, line 1, column 3: no",
        "map|samples: expected at least 1, got 0|samples: expected at least 1, got 0",
        "train|run folder x exists already: it stays|run folder x exists already: it stays",
        "sample|seed/3 dense: expected a vector|seed/3 dense: expected a vector"
      })
  void a_setting_that_is_an_option_of_the_command_gets_its_dashes(
      String command, String message, String expected) {
    assertThat(said(command, message)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "encode|Have them resized to 8×8.|Have them resized (--resize) to 8×8.",
        "sample|Have them resized to 8×8.|Have them resized to 8×8.",
        "train|a/ as the data folder or in B.|a/ as the data folder (--data-dir DIR) or in B.",
        "train|Use the device cpu, or c.|Use the device cpu (--device cpu), or c.",
        "demo|or name another one.|or name another one (--run DIR).",
        "interpolate|Go between two of them.|Go between two of them (--from and --to).",
        "sample|as numbers: figment encode runs/a|as numbers: figment encode runs/a --split test"
            + " --out points.csv",
        "train|one: data.size=32 and data.colors=rgb.|one: --set data.size=32 and --set"
            + " data.colors=rgb.",
        "resume|one: data.size=32 and data.colors=rgb.|one: data.size=32 and data.colors=rgb.",
        "show|as in --set train.batch=64.|as in --set train.batch=64."
      })
  void a_remedy_is_told_with_its_option(String command, String message, String expected) {
    assertThat(said(command, message)).isEqualTo(expected);
  }

  @Test
  void a_folder_may_be_called_like_an_option() {
    assertThat(Console.run("runs", "json").err())
        .isEqualTo("figment: json: no such folder. Name the one that holds the runs.\n");
  }
}
