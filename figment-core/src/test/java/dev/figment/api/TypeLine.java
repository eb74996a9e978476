package dev.figment.api;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type as its declaration says it: kind, components, what it extends and implements. */
final class TypeLine {
  private TypeLine() {}

  static String of(Class<?> type) {
    return shorten(
        modifiers(type)
            + kind(type)
            + parameters(type)
            + (type.isRecord() ? components(type) : "")
            + parentsOf(type));
  }

  /** Without the packages that everybody knows. */
  static String shorten(String text) {
    return text.replace('$', '.')
        .replaceAll("\\bjava\\.(lang|util|nio\\.file)\\.(?=[A-Z])", "")
        .replaceAll("\\bdev\\.figment\\.", "");
  }

  /** Whether programs can name it: so can they all that it is in. */
  static boolean isSeen(Class<?> type) {
    boolean named = !type.isAnonymousClass() && !type.isLocalClass();
    Class<?> outer = type.getDeclaringClass();
    return named && isSeen(type.getModifiers()) && (outer == null || isSeen(outer));
  }

  static boolean isSeen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  static List<Class<?>> parents(Class<?> type) {
    List<Class<?>> parents = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      parents.add(type.getSuperclass());
    }
    return parents;
  }

  private static String modifiers(Class<?> type) {
    int modifiers = type.getModifiers();
    boolean plain = !type.isInterface() && !type.isEnum() && !type.isRecord();
    return (Modifier.isProtected(modifiers) ? "protected " : "")
        + (type.isSealed() && !type.isEnum() ? "sealed " : "")
        + (plain && Modifier.isAbstract(modifiers) ? "abstract " : "")
        + (plain && Modifier.isFinal(modifiers) ? "final " : "");
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return "interface";
    }
    return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
  }

  private static String components(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(TypeLine::component)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String component(RecordComponent each) {
    return each.getGenericType().getTypeName() + " " + each.getName();
  }

  private static String parameters(Class<?> type) {
    String names =
        Stream.of(type.getTypeParameters())
            .map(each -> each.getName() + bounds(each))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "<" + names + ">";
  }

  private static String bounds(TypeVariable<?> parameter) {
    String names =
        Stream.of(parameter.getBounds())
            .filter(bound -> !bound.equals(Object.class))
            .map(Type::getTypeName)
            .collect(Collectors.joining(" & "));
    return names.isEmpty() ? "" : " extends " + names;
  }

  private static String parentsOf(Class<?> type) {
    boolean implied = type.isEnum() || type.isRecord() || type.isInterface();
    Stream<Type> parent = implied ? Stream.empty() : Stream.of(type.getGenericSuperclass());
    return joined(" extends ", parent)
        + joined(
            type.isInterface() ? " extends " : " implements ",
            Stream.of(type.getGenericInterfaces()));
  }

  private static String joined(String before, Stream<Type> types) {
    String names =
        types
            .filter(type -> !(type instanceof Class<?> plain) || isTold(plain))
            .map(Type::getTypeName)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : before + names;
  }

  private static boolean isTold(Class<?> parent) {
    return isSeen(parent) && parent != Object.class;
  }
}
