package dev.figment.recipe;

import dev.figment.UsageException;
import dev.figment.catalogue.Catalogue;
import java.lang.reflect.RecordComponent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records of several kinds where the kind is the key: {@code {dense: {units: 8}}}. In short, the
 * first component alone ({@code dense: 8}), or the bare name where nothing must be given.
 */
final class CatalogueFormat<T> {
  private final Class<T> type;
  private final Catalogue<Class<? extends T>> catalogue;

  /**
   * @param type an interface whose implementations recipes can name
   */
  CatalogueFormat(Class<T> type) {
    this.type = type;
    this.catalogue = Catalogue.ofRecords(type);
  }

  void register(SimpleModule module) {
    module.addDeserializer(type, new Reader());
    module.addSerializer(type, new Writer());
  }

  private Class<? extends T> kind(String name) {
    return catalogue.get(name);
  }

  private final class Reader extends ValueDeserializer<T> {
    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        return bare(parser.getString(), context);
      }
      if (!parser.hasToken(JsonToken.START_OBJECT)) {
        throw notOne(parser.hasToken(JsonToken.START_ARRAY) ? "a list" : parser.getString());
      }
      String name = parser.nextName();
      if (name == null) {
        throw notOne("none");
      }
      Class<? extends T> kind = kind(name);
      parser.nextToken();
      T value = readNamed(name, kind, parser, context);
      if (parser.nextToken() != JsonToken.END_OBJECT) {
        throw new UsageException(
            "expected one %s, got %s and %s. Indent what belongs to %s, or begin a new item.",
            catalogue.word(), name, parser.currentName(), name);
      }
      return value;
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      throw notOne("none");
    }

    private UsageException notOne(String got) {
      return new UsageException("expected the name of one %s, got %s", catalogue.word(), got);
    }

    private T bare(String name, DeserializationContext context) {
      if (name.isBlank()) {
        throw notOne("none");
      }
      Class<? extends T> kind = kind(name);
      try {
        return bind(context.getNodeFactory().objectNode(), name, context);
      } catch (JacksonException e) {
        throw e.prependPath(kind, name);
      }
    }

    private T readNamed(
        String name, Class<? extends T> kind, JsonParser parser, DeserializationContext context) {
      try {
        return parser.hasToken(JsonToken.START_OBJECT)
            ? context.readValue(parser, kind)
            : bind(shortForm(kind, parser, context), name, context);
      } catch (JacksonException e) {
        throw e.prependPath(kind, name);
      }
    }

    private ObjectNode shortForm(
        Class<? extends T> kind, JsonParser parser, DeserializationContext context) {
      ObjectNode node = context.getNodeFactory().objectNode();
      JsonNode value = context.readTree(parser);
      boolean isGiven = !value.isNull() && !(value.isString() && value.asString().isEmpty());
      if (isGiven && kind.getRecordComponents().length > 0) {
        node.set(kind.getRecordComponents()[0].getName(), value);
      }
      return node;
    }

    private T bind(ObjectNode node, String name, DeserializationContext context) {
      return context.readTreeAsValue(node, kind(name));
    }
  }

  private final class Writer extends ValueSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      String name = nameOf(value);
      if (value.getClass().getRecordComponents().length == 0) {
        generator.writeString(name);
        return;
      }
      generator.writeStartObject();
      generator.writeName(name);
      writeComponents(value, generator, context);
      generator.writeEndObject();
    }

    private void writeComponents(
        Object value, JsonGenerator generator, SerializationContext context) {
      generator.writeStartObject();
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        generator.writeName(component.getName());
        Object part = valueOf(component, value);
        if (isOneKind(component.getType()) && part != null) {
          writeComponents(part, generator, context);
        } else {
          context.writeValue(generator, part);
        }
      }
      generator.writeEndObject();
    }

    /** Where only one kind can stand, it is read, and so written, without its name. */
    private boolean isOneKind(Class<?> declared) {
      return declared != type && type.isAssignableFrom(declared);
    }

    private Object valueOf(RecordComponent component, Object value) {
      try {
        return component.getAccessor().invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(component + " of a public record cannot be read", e);
      }
    }

    @SuppressWarnings("unchecked") // a value of T is of a class that extends T
    private String nameOf(T value) {
      return catalogue.nameOf((Class<? extends T>) value.getClass());
    }
  }
}
