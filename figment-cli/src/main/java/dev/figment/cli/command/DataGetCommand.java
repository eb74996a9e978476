package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.data.DataRecipe;
import dev.figment.data.download.Download;
import dev.figment.data.download.Download.Placed;
import dev.figment.data.download.RemoteSet;
import dev.figment.data.set.ImageSets;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment data get}: a set from its public home into the data folder. */
@Command(
    name = "get",
    description = {
      "Get a data set from its public home: mnist, fashion-mnist, cifar-10 or emnist.",
      "Sizes and SHA-256 are checked. What is cut short goes on where it was when the",
      "command is given again; what is there already stays. Proxies are those of",
      "https_proxy and http_proxy."
    },
    footer = {
      "",
      "Example:  figment data get mnist",
      "          figment data get cifar-10 --from https://example.org/cifar/",
      "Next:     figment data info mnist"
    })
public final class DataGetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataFolderOption data;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "NAME", description = "The set.")
  private String name;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "Ask for its files below this address, instead of its public home.")
  private @Nullable String from;

  private final Function<String, RemoteSet> sets;

  public DataGetCommand() {
    this(RemoteSet::named);
  }

  /**
   * @param sets by name
   */
  DataGetCommand(Function<String, RemoteSet> sets) {
    this.sets = sets;
  }

  /** What is in place now; the names are those of {@code --json}. */
  record Result(String name, String folder, List<Placed> files) {}

  @Override
  public Integer call() {
    RemoteSet named = sets.apply(name);
    RemoteSet set = from == null ? named : named.from(address(from));
    List<Placed> files;
    try (TaskProgress progress = TaskProgress.on(spec.commandLine().getErr())) {
      files = Download.of(set, data.folder(), progress);
    }
    Result result = new Result(name, data.folder().resolve(name).toString(), files);
    json.print(result, out -> print(result, out));
    return 0;
  }

  private static URI address(String typed) {
    try {
      URI address = new URI(typed);
      if (typed.matches("https?://[^\\s/]+[!-~]*")) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw unusable(typed, " (" + e.getReason() + ")");
    }
    throw unusable(typed, "");
  }

  private static UsageException unusable(String typed, String why) {
    return new UsageException(
        "from: expected an address that begins with https:// or http://, got %s%s", typed, why);
  }

  private void print(Result result, PrintWriter out) {
    for (Placed each : result.files()) {
      String origin = each.from().isEmpty() ? "" : "  from " + each.from();
      out.printf(Locale.ROOT, "%,12d bytes  %s%s%n", each.bytes(), each.name(), origin);
    }
    PrintWriter err = spec.commandLine().getErr();
    err.printf("folder:   %s%n", result.folder());
    err.printf("next:     figment data info %s%n", readable(result));
  }

  /** Its name, or where it has none the folder of the first set of several. */
  private String readable(Result result) {
    if (ImageSets.names().contains(result.name())) {
      return result.name() + data.words();
    }
    String first = result.files().get(0).name();
    String folder = first.substring(0, Math.max(0, first.indexOf('/')));
    return ShellWord.of(DataRecipe.nameOf(result.folder() + "/" + folder));
  }
}
