package dev.figment.recipe;

import java.util.ArrayList;
import java.util.Collection;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableAnyProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/**
 * Refuses an unknown key where it stands. Jackson alone would look at unknown keys last, and call a
 * mistyped one missing.
 */
final class UnknownKeys extends ValueDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public BeanDeserializerBuilder updateBuilder(
      DeserializationConfig config,
      BeanDescription.Supplier bean,
      BeanDeserializerBuilder builder) {
    if (bean.getBeanClass().isRecord()) {
      Collection<Object> known = new ArrayList<>();
      bean.get().findProperties().stream().map(BeanPropertyDefinition::getName).forEach(known::add);
      builder.setAnySetter(new Refusal(bean.getBeanClass(), known, config));
    }
    return builder;
  }

  private static final class Refusal extends SettableAnyProperty {
    private final Class<?> record;
    private final Collection<Object> known;

    Refusal(Class<?> record, Collection<Object> known, DeserializationConfig config) {
      super(null, null, config.constructType(Object.class), null, null, null);
      this.record = record;
      this.known = known;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      TokenStreamLocation place =
          parser instanceof LocationTrackingParser places
              ? places.key()
              : parser.currentTokenLocation();
      throw new UnrecognizedPropertyException(
          parser, "unknown key", place, record, parser.currentName(), known);
    }

    @Override
    public void fixAccess(DeserializationConfig config) {
      // no member stands behind it
    }

    @Override
    public boolean hasValueDeserializer() {
      return true;
    }

    @Override
    public SettableAnyProperty withValueDeserializer(ValueDeserializer<Object> unused) {
      return this;
    }

    @Override
    protected void _set(DeserializationContext context, Object instance, Object key, Object value) {
      throw new AssertionError("refused before it is set");
    }
  }
}
