package dev.figment.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the library says names settings; only the command has options. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w(-])--[a-z]");
  private static final Path CORE = Path.of("../figment-core/src/main/java");

  /** A page for people, with commands to type. */
  private static final String COMMANDS = "run/report/Reproduction.java";

  @Test
  void no_text_of_the_library_names_an_option() throws IOException {
    List<Path> sources =
        MainSources.ofAllModules().files().stream()
            .filter(file -> file.startsWith(CORE))
            .filter(file -> !file.endsWith(COMMANDS))
            .toList();
    List<String> texts = texts(sources);
    assertThat(texts.size()).isGreaterThan(1000);
    assertThat(texts.stream().filter(OPTION.asPredicate())).isEmpty();
  }

  @Test
  void an_option_is_known_by_its_dashes() {
    assertThat(List.of("--samples: expected at least 1", "give more by --samples"))
        .allMatch(OPTION.asPredicate());
    assertThat(List.of("10--20", "a -- b", "cifar-10", "---a", "var(--ink)"))
        .noneMatch(OPTION.asPredicate());
  }

  /** Every string literal; comments are none. */
  private static List<String> texts(List<Path> sources) throws IOException {
    List<String> texts = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      for (CompilationUnitTree each : task.parse()) {
        each.accept(new Texts(), texts);
      }
    }
    return texts;
  }

  /** Adds those of a tree to a list. */
  private static final class Texts extends TreeScanner<Void, List<String>> {
    @Override
    public Void visitLiteral(LiteralTree literal, List<String> texts) {
      if (literal.getValue() instanceof String text) {
        texts.add(text);
      }
      return null;
    }
  }
}
