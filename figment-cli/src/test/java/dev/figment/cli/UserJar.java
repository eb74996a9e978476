package dev.figment.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar as a user would bring: a layer, {@code passThrough}, and the service that names it. */
final class UserJar {
  private static final String LAYER =
      """
      package mine;

      import dev.figment.nn.*;
      import dev.figment.tensor.Tensor;

      public record PassThrough() implements Layer {
        @Override
        public Shape outputShape(Shape input) {
          return input;
        }

        @Override
        public Tensor apply(Tensor x, Parameters own, Pass pass) {
          return x;
        }
      }
      """;

  private static final String EXTENSION =
      """
      package mine;

      import dev.figment.catalogue.Contributions;
      import dev.figment.catalogue.Extension;
      import dev.figment.nn.Layer;

      public final class Mine implements Extension {
        @Override
        public void contribute(Contributions to) {
          to.add(Layer.class, PassThrough.class);
        }
      }
      """;

  private UserJar() {}

  /** The classes in a folder, as a build leaves them. */
  static Path classesIn(Path folder) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.add(Files.writeString(sources.resolve("PassThrough.java"), LAYER).toString());
    arguments.add(Files.writeString(sources.resolve("Mine.java"), EXTENSION).toString());
    int faults =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (faults != 0) {
      throw new AssertionError("the user's layer does not compile");
    }
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("dev.figment.catalogue.Extension"), "mine.Mine\n");
    return classes;
  }

  static Path in(Path folder) throws IOException {
    Path classes = classesIn(folder);
    Path jar = folder.resolve("mine.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream to = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        to.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, to);
      }
    }
    return jar;
  }
}
