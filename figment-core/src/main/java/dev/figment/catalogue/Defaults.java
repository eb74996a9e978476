package dev.figment.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The defaults that components of a record declare, {@code @JsonProperty(defaultValue = "1")}: the
 * one place of each, for recipes in YAML and in Java. {@code "null"} stands for none; a component
 * without a default must be given.
 */
public final class Defaults {
  private Defaults() {}

  /**
   * A record of which only what must be given is given.
   *
   * @param required the components without a default, in their order
   */
  public static <R> R record(Class<R> type, Object... required) {
    Iterator<Object> given = List.of(required).iterator();
    Object[] values =
        components(type)
            .map(
                each ->
                    of(each) == null
                        ? given.next()
                        : value(Objects.requireNonNull(of(each)), each.getType()))
            .toArray();
    if (given.hasNext()) {
      throw new AssertionError(type + " has defaults for some of " + List.of(required));
    }
    return create(type, values);
  }

  /** The same record, one component of which is another. */
  @SuppressWarnings("unchecked") // a record's class is final
  public static <R> R with(R record, String component, @Nullable Object value) {
    Object[] values =
        components(record.getClass())
            .map(each -> each.getName().equals(component) ? value : read(each, record))
            .toArray();
    return create((Class<R>) record.getClass(), values);
  }

  /** As it is written, or null where the component must be given. */
  public static @Nullable String of(RecordComponent component) {
    try {
      JsonProperty declared =
          component
              .getDeclaringRecord()
              .getDeclaredField(component.getName())
              .getAnnotation(JsonProperty.class);
      return declared == null || declared.defaultValue().isEmpty() ? null : declared.defaultValue();
    } catch (NoSuchFieldException e) {
      throw new AssertionError(component + " has no field", e);
    }
  }

  /** A default as it is written, as a value: of a kind, the one of this name as it is by itself. */
  public static @Nullable Object value(String declared, Class<?> type) {
    if (declared.equals("null")) {
      return null;
    }
    if (type.isAnnotationPresent(Kind.class)) {
      return record(Catalogue.ofRecords(type).get(declared));
    }
    Stream<?> constants = type.isEnum() ? Arrays.stream(type.getEnumConstants()) : Stream.empty();
    return constants
        .filter(each -> each.toString().equals(declared))
        .map(Object.class::cast)
        .findFirst()
        .orElseGet(() -> parse(declared, MethodType.methodType(type).wrap().returnType()));
  }

  private static Object parse(String declared, Class<?> type) {
    Method parser =
        Arrays.stream(type.getMethods())
            .filter(each -> Modifier.isStatic(each.getModifiers()) && takesText(each))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + type + " is made of " + declared));
    try {
      return parser.invoke(null, declared);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type + ": bad default " + declared, e);
    }
  }

  private static boolean takesText(Method method) {
    boolean isParser =
        method.isAnnotationPresent(JsonCreator.class) || method.getName().equals("valueOf");
    return isParser
        && method.getParameterCount() == 1
        && method.getParameterTypes()[0].isAssignableFrom(String.class);
  }

  private static Stream<RecordComponent> components(Class<?> record) {
    return Arrays.stream(record.getRecordComponents());
  }

  private static @Nullable Object read(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(component + " of a public record cannot be read", e);
    }
  }

  private static <R> R create(Class<R> record, @Nullable Object... values) {
    Class<?>[] types = components(record).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<R> canonical = record.getDeclaredConstructor(types);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new AssertionError(e);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(record + " of a public record cannot be made", e);
    }
  }
}
