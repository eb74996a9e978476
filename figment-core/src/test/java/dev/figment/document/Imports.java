package dev.figment.document;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The imports that a reader adds by hand: Figment's types first, then the JDK's. */
record Imports(Collection<String> figment) {
  private static final Pattern NAME = Pattern.compile("(?<![.\\w\"])[A-Z]\\w*");
  private static final List<String> PACKAGES =
      List.of(
          "java.util",
          "java.util.function",
          "java.nio.file",
          "java.time",
          "java.io",
          "java.awt.image");

  /** Of the public types whose class files lie below a folder. */
  static Imports ofClassesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new Imports(
          files
              .map(file -> folder.relativize(file).toString().replaceAll("[/\\\\]", "."))
              .filter(name -> name.matches(".*(?<!-info)\\.class"))
              .map(name -> name.replaceFirst("\\.class$", ""))
              .filter(Imports::isPublic)
              .map(name -> name.replace('$', '.'))
              .toList());
    }
  }

  private static boolean isPublic(String name) {
    try {
      Class<?> type = Class.forName(name, false, Imports.class.getClassLoader());
      return Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  List<String> of(String code) {
    return NAME.matcher(code)
        .results()
        .map(MatchResult::group)
        .distinct()
        .flatMap(name -> find(name).stream())
        .map(name -> "import " + name + ";")
        .toList();
  }

  private Optional<String> find(String name) {
    Stream<String> ours = figment.stream().filter(each -> each.endsWith("." + name)).sorted();
    Stream<String> others =
        PACKAGES.stream().map(each -> each + "." + name).filter(Imports::exists);
    return Stream.concat(ours, others).findFirst();
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
