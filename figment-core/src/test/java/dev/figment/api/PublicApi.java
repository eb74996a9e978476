package dev.figment.api;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program can name of compiled classes, a line for each type and each member of it. Left out
 * is what every object and every enum has, what the components of a record say already, and what
 * the compiler makes.
 */
final class PublicApi {
  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("equals(java.lang.Object)", "hashCode()", "toString()");
  private static final Set<String> OF_EVERY_ENUM = Set.of("values()", "valueOf(java.lang.String)");

  private PublicApi() {}

  /** Those of the class files below a folder, in order. */
  static List<String> linesOf(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return lines(
          files
              .map(file -> classes.relativize(file).toString().replace('\\', '/'))
              .filter(name -> name.endsWith(".class") && !name.contains("-info"))
              .map(name -> load(name.replaceFirst("\\.class$", "").replace('/', '.')))
              .toList());
    }
  }

  static List<String> lines(Collection<? extends Class<?>> types) {
    Set<String> lines = new TreeSet<>();
    types.stream().filter(TypeLine::isSeen).forEach(type -> describe(type, lines));
    return List.copyOf(lines);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApi.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  private static void describe(Class<?> type, Set<String> lines) {
    String name = TypeLine.shorten(type.getName());
    lines.add(name + " " + TypeLine.of(type));
    for (Class<?> each : withHiddenParents(type)) {
      for (Member member : members(each)) {
        lines.add(name + "#" + line(member));
      }
    }
  }

  /** A hidden parent's members are had through its children. */
  private static List<Class<?>> withHiddenParents(Class<?> type) {
    List<Class<?>> all = new ArrayList<>(List.of(type));
    for (Class<?> parent : TypeLine.parents(type)) {
      if (parent.getName().startsWith("dev.figment") && !TypeLine.isSeen(parent)) {
        all.addAll(withHiddenParents(parent));
      }
    }
    return all;
  }

  private static List<Member> members(Class<?> type) {
    List<Member> members = new ArrayList<>(List.of(type.getDeclaredFields()));
    members.addAll(List.of(type.getDeclaredMethods()));
    if (TypeLine.isSeen(type)) {
      members.addAll(List.of(type.getDeclaredConstructors()));
    }
    members.removeIf(
        each -> !TypeLine.isSeen(each.getModifiers()) || each.isSynthetic() || isImplied(each));
    return members;
  }

  private static boolean isImplied(Member member) {
    String name = member.getName();
    Class<?> type = member.getDeclaringClass();
    if (!(member instanceof Executable executable)) {
      return false;
    }
    String parameters = parameters(Stream.of(executable.getParameterTypes()));
    if (member instanceof Constructor) {
      return type.isRecord() && parameters.equals(components(type));
    }
    return OF_EVERY_OBJECT.contains(name + parameters)
        || type.isEnum() && OF_EVERY_ENUM.contains(name + parameters)
        || type.isRecord() && parameters.equals("()") && hasComponent(type, name);
  }

  private static boolean hasComponent(Class<?> type, String name) {
    return Stream.of(type.getRecordComponents()).anyMatch(each -> each.getName().equals(name));
  }

  private static String components(Class<?> type) {
    return parameters(Stream.of(type.getRecordComponents()).map(RecordComponent::getType));
  }

  private static String parameters(Stream<Class<?>> types) {
    return types.map(Class::getTypeName).collect(Collectors.joining(",", "(", ")"));
  }

  /** As reflection writes it in full, the name first, without its class. */
  private static String line(Member member) {
    String owner = member.getDeclaringClass().getTypeName();
    String text = generic(member).replaceFirst("^public ", "").replace("synchronized ", "");
    String own = member instanceof Constructor ? owner : owner + "." + member.getName();
    int at = text.indexOf(own + (member instanceof Field ? "" : "("));
    String name = member instanceof Constructor ? "new" : member.getName();
    String before = text.substring(0, at).strip();
    String after = text.substring(at + own.length());
    return TypeLine.shorten(name + after + (before.isEmpty() ? "" : " : " + before));
  }

  private static String generic(Member member) {
    return member instanceof Field field
        ? field.toGenericString()
        : ((Executable) member).toGenericString();
  }
}
