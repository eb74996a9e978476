import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How large the main code is, and what has outgrown its page. It informs, and never fails.
 *
 * <pre>java .ci/Sizes.java</pre>
 */
public class Sizes {
  private static final Path JAVA = Path.of("src/main/java");
  private static final int FILE = 300;
  private static final int METHOD = 25;
  private static final int PACKAGE = 24;

  private static final List<Path> MODULES =
      Stream.of("figment-core", "figment-cli", "figment-bench", "examples").map(Path::of).toList();

  /** One kind each, and many of it. */
  private static final List<String> CATALOGUES = List.of("dev.figment.nn", "dev.figment.loss");

  /** A source of a module. */
  private record Source(Path module, Path file, long lines) {
    String room() {
      Path folder = module.resolve(JAVA).relativize(file.getParent());
      return folder.toString().replaceAll("[/\\\\]", ".");
    }
  }

  /** Something and its lines; of a package or a module, its files too. */
  private record Size(String name, int files, long lines) {
    Size plus(Size other) {
      return new Size(name, files + other.files, lines + other.lines);
    }
  }

  public static void main(String[] arguments) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path module : MODULES) {
      for (Path file : javaBelow(module.resolve(JAVA))) {
        sources.add(new Source(module, file, Files.readAllLines(file).size()));
      }
    }
    List<Size> packages = totals(sources, Source::room);
    print("Main code by package, files and lines", packages);
    print("By module", totals(sources, source -> source.module().toString()));
    List<Size> files = totals(sources, source -> source.file().toString());
    warn("Files of more than " + FILE + " lines", above(FILE, Size::lines, files));
    warn("Methods of more than " + METHOD + " lines", above(METHOD, Size::lines, methods(sources)));
    packages.removeIf(each -> CATALOGUES.contains(each.name()));
    warn("Packages of more than " + PACKAGE + " files", above(PACKAGE, Size::files, packages));
  }

  private static List<Size> totals(List<Source> sources, Function<Source, String> name) {
    Map<String, Size> totals = new TreeMap<>();
    for (Source each : sources) {
      Size size = new Size(name.apply(each), 1, each.lines());
      totals.merge(size.name(), size, Size::plus);
    }
    return new ArrayList<>(totals.values());
  }

  private static List<Path> javaBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<Size> above(int most, ToLongFunction<Size> of, List<Size> sizes) {
    return sizes.stream()
        .filter(each -> of.applyAsLong(each) > most)
        .sorted(Comparator.comparingLong(of).reversed())
        .toList();
  }

  private static void warn(String what, List<Size> rows) {
    print(what + ": " + rows.size(), rows);
  }

  private static void print(String title, List<Size> rows) {
    System.out.println("\n" + title);
    rows.forEach(row -> System.out.printf("%6d %7d  %s%n", row.files(), row.lines(), row.name()));
  }

  private static List<Size> methods(List<Source> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Size> methods = new ArrayList<>();
    List<Path> paths = sources.stream().map(Source::file).toList();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree each : task.parse()) {
        new Methods(each, positions).scan(each, methods);
      }
    }
    return methods;
  }

  /** Adds the methods of a source to a list, from the first line of each to its last brace. */
  private static final class Methods extends TreePathScanner<Void, List<Size>> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Methods(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, List<Size> methods) {
      long first = line(positions.getStartPosition(unit, method));
      long last = line(positions.getEndPosition(unit, method));
      methods.add(
          new Size(unit.getSourceFile().getName() + " " + method.getName(), 1, last - first + 1));
      return super.visitMethod(method, methods);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
