package dev.figment.document;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One call of the compiler for many sources, against the class path of the tests. */
final class Compilation {
  private Compilation() {}

  /** What the compiler refuses, a line for each. */
  static List<String> errors(Map<String, String> sourcesByClass, Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
    Files.createDirectories(output);
    List<String> options = List.of("-proc:none", "-nowarn", "-d", output.toString());
    List<Source> sources =
        sourcesByClass.entrySet().stream().map(each -> new Source(each)).toList();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(heard, null, StandardCharsets.UTF_8)) {
      compiler.getTask(null, files, heard, options, null, sources).call();
    }
    return heard.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(Compilation::line)
        .toList();
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) {
    String where = error.getSource() == null ? "" : ((Source) error.getSource()).name;
    return where + ": " + error.getMessage(null).replaceAll("\\s+", " ");
  }

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String name;
    private final String text;

    Source(Map.Entry<String, String> entry) {
      super(URI.create("string:///" + entry.getKey() + ".java"), Kind.SOURCE);
      this.name = entry.getKey();
      this.text = entry.getValue();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
