package dev.figment.cli.command;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.FileExtensions;
import dev.figment.cli.option.ImageSize;
import dev.figment.cli.option.JsonOption;
import dev.figment.data.DataRecipe;
import dev.figment.data.set.ImageSets;
import dev.figment.format.AtomicFile;
import dev.figment.recipe.DraftKind;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDraft;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment new}: a first recipe for a set. */
@Command(
    name = "new",
    description = {
      "Write a recipe that fits a set, to be read, changed and trained.",
      "Networks follow from the size of its images, batch and length from their number.",
      "Classes are learned where there are any."
    },
    footer = {
      "",
      "Example:  figment new photos/",
      "          figment new ./faces.zip --kind vae --size 112x80 --out faces.yaml",
      "Next:     figment train photos.yaml"
    })
public final class NewCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private DataFolderOption data;
  @Mixin private JsonOption json;

  @Parameters(
      paramLabel = "FOLDER|SET",
      description = "The path of a folder or archive of images, or a set of figment data list.")
  private String set;

  @Option(
      names = "--kind",
      paramLabel = "gan|vae|autoencoder",
      defaultValue = "gan",
      description = "The kind of model (default: ${DEFAULT-VALUE}).")
  private DraftKind kind;

  @Option(
      names = "--size",
      paramLabel = "SIDE|HxW",
      description = {
        "Bring images to about this size (default: their own, or some 64 pixels where they are",
        "large or differ)."
      })
  private @Nullable String size;

  @Option(
      names = "--out",
      paramLabel = "FILE.yaml",
      description = "The recipe to write (default: called after the set, photos.yaml).")
  private @Nullable Path out;

  /** What was written. */
  record Draft(
      String file,
      String recipe,
      int examples,
      String shape,
      List<String> classes,
      int batch,
      @Nullable Integer epochs) {}

  @Override
  public void run() {
    FileExtensions.require(out, ".yaml", ".yml");
    List<Integer> sides = size == null ? null : ImageSize.sides("--size", size);
    RecipeDraft draft = RecipeDraft.of(kind, named(), data.folder(), sides);
    Path file = out == null ? Path.of(draft.baseName() + ".yaml") : out;
    UsageException.require(
        !Files.exists(file),
        "--out: %s exists already: it is left as it is. Name another one (--out FILE.yaml).",
        file);
    AtomicFile.write(file, draft.text());
    say(draft, file);
    json.print(draft(draft, file), printer -> printer.println(file));
  }

  /**
   * A folder or archive that is named without a / is one all the same, unless a set has that name.
   */
  private String named() {
    boolean isPath = !ImageSets.names().contains(set) && Files.exists(ImageSets.path(set));
    return isPath ? DataRecipe.nameOf(set) : set;
  }

  private void say(RecipeDraft draft, Path file) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf("found:    %s%n", draft.found());
    err.printf("recipe:   %s%n", draft.recipe().about());
    err.printf("next:     figment train %s%s%n", ShellWord.of(file), data.words());
  }

  private static Draft draft(RecipeDraft draft, Path file) {
    Recipe recipe = draft.recipe();
    return new Draft(
        file.toString(),
        recipe.recipe(),
        draft.examples(),
        draft.shape().toString(),
        draft.classes(),
        recipe.train().batch(),
        recipe.train().epochs());
  }
}
