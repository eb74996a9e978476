package dev.figment.data.set;

import static dev.figment.UsageException.require;

import dev.figment.DataException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.reader.IdxFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * IDX files of a set that has no name here, such as one of EMNIST, in a folder of a user's own. Its
 * classes are called by their numbers.
 */
record IdxFolder(Path path) {
  ImageSet read(DataRecipe recipe) {
    require(
        recipe.holdOut() == 0,
        "data.holdOut: is for folders and archives of images; %s holds IDX files. Leave it out.",
        path);
    List<String> classes = classes();
    ImageSet all =
        ImageSet.joined(recipe.split().parts().stream().map(part -> read(part, classes)).toList());
    ImageSet chosen = recipe.classes() == null ? all : all.onlyClasses(recipe.classes());
    return chosen.transformed(recipe.transform());
  }

  private String name() {
    return String.valueOf(path.getFileName());
  }

  private ImageSet read(Split split, List<String> classes) {
    IdxFiles files =
        IdxFiles.in(path, split)
            .orElseThrow(
                () ->
                    new DataException(
                        "%s: expected IDX files of the %s split beside the others, found none. Read"
                            + " the split %s.",
                        path, split, split == Split.TRAIN ? Split.TEST : Split.TRAIN));
    return files.read(name(), classes);
  }

  /** Those of both splits, so that a class has one number. */
  private List<String> classes() {
    int count =
        Stream.of(Split.TRAIN, Split.TEST)
            .flatMap(split -> IdxFiles.in(path, split).stream())
            .mapToInt(files -> files.classes(name()))
            .max()
            .orElse(1);
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }
}
