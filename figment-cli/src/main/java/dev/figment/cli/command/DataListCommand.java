package dev.figment.cli.command;

import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.report.Table;
import dev.figment.data.DataCard;
import dev.figment.data.DataSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code figment data list}: the sets that have a name. */
@Command(
    name = "list",
    description = {
      "List the data sets that have a name, and which of them are here.",
      "A recipe can also name a folder or archive of images of your own.%n"
    },
    footer = {"", "Example:  figment data list", "Next:     figment data info glyphs"})
public final class DataListCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private DataFolderOption data;
  @Mixin private JsonOption json;

  /** A line of the list; the names are those of {@code --json}. */
  record Line(String name, String here, String about, String files, String page, String license) {
    static Line of(DataSet set, Path folder) {
      DataCard card = set.card();
      return new Line(
          card.name(),
          DataListCommand.here(set, folder),
          card.about(),
          card.files(),
          card.page(),
          card.license());
    }
  }

  /** {@code drawn}, {@code yes}, {@code no}, or {@code train only} and the like. */
  static String here(DataSet set, Path folder) {
    if (set.card().isSynthetic()) {
      return "drawn";
    }
    List<Split> splits =
        Split.ALL.parts().stream().filter(each -> ImageSets.isHere(set, each, folder)).toList();
    if (splits.isEmpty()) {
      return "no";
    }
    return splits.size() == Split.ALL.parts().size() ? "yes" : splits.get(0) + " only";
  }

  @Override
  public void run() {
    List<Line> lines = ImageSets.known().stream().map(set -> Line.of(set, data.folder())).toList();
    json.print(lines, out -> print(lines, out));
  }

  private void print(List<Line> lines, PrintWriter out) {
    Table table = Table.of("set", "here", "about");
    lines.forEach(line -> table.row(line.name(), line.here(), line.about()));
    table.print(out);
    spec.commandLine().getErr().printf("data folder: %s%n", data.folder());
  }
}
