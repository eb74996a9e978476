package dev.figment.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The main sources of the modules that are there.
 *
 * @param files in order
 * @param names of packages and types, a nested type as if it stood in the package
 */
record MainSources(List<Path> files, Set<String> names) {
  private static final Path JAVA = Path.of("src/main/java");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

  /** Found beside the module that is being tested. */
  static MainSources ofAllModules() {
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      return of(modules.map(module -> module.resolve(JAVA)).filter(Files::isDirectory).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MainSources of(List<Path> roots) throws IOException {
    List<Path> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path root : roots) {
      for (Path file : javaBelow(root)) {
        files.add(file);
        names.addAll(names(root, file));
      }
    }
    return new MainSources(files.stream().sorted().toList(), names);
  }

  private static List<Path> javaBelow(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<String> names(Path root, Path file) throws IOException {
    String room = root.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
    List<String> names = new ArrayList<>(List.of(room));
    TYPE.matcher(Files.readString(file))
        .results()
        .forEach(type -> names.add(room + "." + type.group(1)));
    return names;
  }

  /** Whether a package or a type has this name, or one that ends with it. */
  boolean have(String name) {
    return names.contains(name) || names.stream().anyMatch(each -> each.endsWith("." + name));
  }
}
