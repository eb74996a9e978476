package dev.figment.picture;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.nn.Initializer;
import dev.figment.nn.Layer;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer in a few words: its kind, its first number, and what differs from the defaults, as in
 * {@code conv2d 64 · 3×3 · stride 2 · same}.
 */
final class LayerWords {
  private LayerWords() {}

  static String of(Layer layer) {
    RecordComponent[] components = layer.getClass().getRecordComponents();
    if (components == null || layer.kind().equals("reshape")) { // the shape says it
      return layer.kind();
    }
    List<String> words = new ArrayList<>();
    for (RecordComponent component : components) {
      Object value = value(component, layer);
      if (!isDefault(component, value) && !(value instanceof Initializer)) {
        words.add(word(component.getName(), value, component == components[0]));
      }
    }
    return (layer.kind() + " " + String.join(" · ", words)).strip();
  }

  private static boolean isDefault(RecordComponent component, Object value) {
    JsonProperty declared = component.getAccessor().getAnnotation(JsonProperty.class);
    boolean none = value instanceof List<?> several && several.isEmpty();
    return none || declared != null && declared.defaultValue().equals(String.valueOf(value));
  }

  private static String word(String name, Object value, boolean first) {
    if (name.equals("kernel")) {
      return value + "×" + value;
    }
    if (value instanceof Boolean holds) {
      return holds ? name : "no " + name;
    }
    if (value instanceof Layer inner) {
      return of(inner);
    }
    if (value instanceof List<?> several) {
      return name + " " + several.size();
    }
    return first || value instanceof Enum<?> ? String.valueOf(value) : name + " " + value;
  }

  private static Object value(RecordComponent component, Layer layer) {
    try {
      return component.getAccessor().invoke(layer);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(component + " of a public record cannot be read", e);
    }
  }
}
