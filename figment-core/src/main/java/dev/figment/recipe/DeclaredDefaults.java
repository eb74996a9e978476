package dev.figment.recipe;

import dev.figment.catalogue.Defaults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Gives a record component that is missing from the text the value that it declares with
 * {@code @JsonProperty(defaultValue = …)}; {@code "null"} stands for none.
 */
final class DeclaredDefaults extends ValueInstantiators.Base {
  @Override
  public ValueInstantiator modifyValueInstantiator(
      DeserializationConfig config, BeanDescription.Supplier bean, ValueInstantiator plain) {
    return bean.getBeanClass().isRecord() && plain instanceof StdValueInstantiator standard
        ? new Defaulting(standard)
        : plain;
  }

  /** A key without a default that was not given, or given no value. */
  static final class MissingKeyException extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    MissingKeyException(JsonParser parser, String key) {
      super(parser, "missing key");
      prependPath(MissingKeyException.class, key);
    }
  }

  /** A number that YAML can write and nothing can be computed with: 1e400, .inf, .nan. */
  static final class NotFiniteException extends MismatchedInputException {
    private static final long serialVersionUID = 1L;
    private final double number;

    NotFiniteException(JsonParser parser, String key, double number) {
      super(parser, "not finite");
      this.number = number;
      prependPath(NotFiniteException.class, key);
    }

    double number() {
      return number;
    }
  }

  private static final class Defaulting extends StdValueInstantiator {
    Defaulting(StdValueInstantiator plain) {
      super(plain);
    }

    @Override
    public Object createFromObjectWith(
        DeserializationContext context,
        SettableBeanProperty[] properties,
        PropertyValueBuffer given) {
      for (SettableBeanProperty property : properties) {
        String declared = property.getMetadata().getDefaultValue();
        if (!given.hasParameter(property)) {
          given.assignParameter(property, valueOf(declared, property, context));
        } else if (given.getParameter(context, property) == null && !"null".equals(declared)) {
          throw missing(property, context);
        }
        requireFinite(property, given, context);
      }
      return super.createFromObjectWith(context, properties, given);
    }

    private static void requireFinite(
        SettableBeanProperty property, PropertyValueBuffer given, DeserializationContext context) {
      if (given.getParameter(context, property) instanceof Double number
          && !Double.isFinite(number)) {
        throw new NotFiniteException(context.getParser(), property.getName(), number);
      }
    }

    private static @Nullable Object valueOf(
        @Nullable String declared, SettableBeanProperty property, DeserializationContext context) {
      if (declared == null) {
        throw missing(property, context);
      }
      return Defaults.value(declared, property.getType().getRawClass());
    }

    private static RuntimeException missing(
        SettableBeanProperty property, DeserializationContext context) {
      return new MissingKeyException(context.getParser(), property.getName());
    }
  }
}
