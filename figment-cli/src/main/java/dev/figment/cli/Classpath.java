package dev.figment.cli;

import dev.figment.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The user's own classes, which recipes may name. While this is open, {@link
 * java.util.ServiceLoader} finds them: by the context class loader of the thread that opened it,
 * which threads that it starts inherit.
 */
final class Classpath implements AutoCloseable {
  static final String OPTION = "--classpath";
  static final String VARIABLE = "FIGMENT_CLASSPATH";

  private final Thread thread = Thread.currentThread();
  private final ClassLoader before = thread.getContextClassLoader();
  private final URLClassLoader loader;

  private Classpath(List<Path> entries) {
    loader = new URLClassLoader(entries.stream().map(Classpath::url).toArray(URL[]::new), before);
    thread.setContextClassLoader(loader);
  }

  /**
   * Opens what was typed.
   *
   * @param place where: the option or the variable, for messages
   * @param typed jars and folders of classes, separated as in a class path; may be empty
   * @throws UsageException if something named is neither
   */
  static Classpath open(String place, String typed) {
    List<Path> entries =
        Stream.of(typed.split(Pattern.quote(File.pathSeparator)))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    entries.forEach(entry -> check(place, entry));
    return new Classpath(entries);
  }

  private static void check(String place, Path entry) {
    UsageException.require(
        Files.isDirectory(entry) || isJar(entry),
        "%s: expected jars or folders of classes, separated by %s, got %s, which %s.",
        place,
        File.pathSeparator,
        entry,
        Files.exists(entry) ? "is neither" : "does not exist");
  }

  private static boolean isJar(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e); // files have URLs
    }
  }

  @Override
  public void close() {
    thread.setContextClassLoader(before);
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
